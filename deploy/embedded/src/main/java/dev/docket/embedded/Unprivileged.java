package dev.docket.embedded;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Starts a server as somebody other than root, because neither PostgreSQL nor Elasticsearch lets
 * root run it.
 *
 * <p>Anyone but root starts it plainly. Root gives it a user namespace in which it is {@code
 * nobody} while its files still belong to root outside, so that a directory below {@code /root}
 * works. Where namespaces are forbidden (many containers), the server really becomes {@code nobody}
 * and is given the directory, which then has to lie where nobody may go.
 */
enum Unprivileged {
    PLAIN,
    NAMESPACE,
    OTHER_USER;

    private static final int NOBODY = 65534;
    private static final List<String> IN_NAMESPACE =
            List.of("unshare", "--user", "--map-user=" + NOBODY, "--map-group=" + NOBODY);
    private static final List<String> AS_OTHER_USER =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

    /** The way that this machine allows. */
    static Unprivileged way() {
        return Machine.WAY;
    }

    /** The command that runs the given one unprivileged. */
    List<String> wrap(List<String> command) {
        return switch (this) {
            case PLAIN -> command;
            case NAMESPACE -> joined(IN_NAMESPACE, command);
            case OTHER_USER -> joined(AS_OTHER_USER, command);
        };
    }

    /** Gives the directory with all its content to the user that the server will be. */
    void own(Path directory) {
        if (this != OTHER_USER) {
            return;
        }
        for (Path parent = directory.toAbsolutePath().getParent();
                parent != null;
                parent = parent.getParent()) {
            requireTraversable(parent);
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.setAttribute(
                        file, "unix:uid", NOBODY, java.nio.file.LinkOption.NOFOLLOW_LINKS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireTraversable(Path parent) {
        try {
            if (!Files.getPosixFilePermissions(parent)
                    .contains(PosixFilePermission.OTHERS_EXECUTE)) {
                throw new ServerFailed(
                        "The embedded servers cannot run as root, and the user nobody may not"
                                + " enter "
                                + parent
                                + ": choose another --docket.data-dir, for instance"
                                + " /var/lib/docket, or start Docket as an ordinary user.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static final class Machine {
        static final Unprivileged WAY = find();

        private static Unprivileged find() {
            if (new UnixSystem().getUid() != 0) {
                return PLAIN;
            }
            return Programs.works(joined(IN_NAMESPACE, List.of("true"))) ? NAMESPACE : OTHER_USER;
        }
    }
}
