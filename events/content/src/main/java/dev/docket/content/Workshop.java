package dev.docket.content;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where this process gathers what is being uploaded: a directory of its own, whose lock the
 * operating system gives back however the process ends. Whoever opens a workshop beside others
 * clears away those whose owners are gone.
 *
 * <p>It only ever deletes files with the names that it gives, in directories with the names that it
 * gives: a configuration that names somebody's home by mistake costs nothing.
 */
final class Workshop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Workshop.class);

    private static final String LOCK = "docket.lock";
    private static final String ENDING = ".upload";
    private static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern OURS = Pattern.compile("uploads-" + UUID_FORM);
    private static final Pattern UPLOAD = Pattern.compile(UUID_FORM + Pattern.quote(ENDING));

    private final Path all;
    private @Nullable Path own;
    private @Nullable FileChannel held;

    /**
     * @param all where the workshops of all processes are; nothing is made there before it is
     *     needed
     */
    Workshop(Path all) {
        this.all = all;
        clearAbandoned();
    }

    /** A new file that nobody else reads. */
    Path newFile() throws IOException {
        Path file = directory().resolve(UUID.randomUUID() + ENDING);
        return Files.createFile(file, OwnerOnly.permissions(file));
    }

    /** Somebody who clears up may be quicker than we take the lock; then another one is made. */
    private synchronized Path directory() throws IOException {
        while (own == null) {
            Path directory = all.resolve("uploads-" + UUID.randomUUID());
            Files.createDirectories(directory);
            held = lock(directory, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            own = held == null ? null : directory;
        }
        return own;
    }

    @Override
    public synchronized void close() {
        Path directory = own;
        FileChannel channel = held;
        if (directory != null && channel != null) {
            own = null;
            clear(directory, channel);
        }
    }

    private void clearAbandoned() {
        try (Stream<Path> entries = Files.list(all)) {
            for (Path directory : entries.filter(Workshop::isWorkshop).toList()) {
                FileChannel channel = lock(directory, StandardOpenOption.WRITE);
                if (channel != null) {
                    clear(directory, channel);
                }
            }
        } catch (NoSuchFileException | NotDirectoryException noneYet) {
            LOG.debug("Nobody has uploaded to {} yet", all);
        } catch (IOException e) {
            LOG.warn("What interrupted uploads left in {} stays for now", all, e);
        }
    }

    private static boolean isWorkshop(Path entry) {
        return OURS.matcher(String.valueOf(entry.getFileName())).matches()
                && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
    }

    /** Null if a process that lives has it, or somebody has just cleared it away. */
    private static @Nullable FileChannel lock(Path directory, OpenOption... how)
            throws IOException {
        try {
            FileChannel channel = FileChannel.open(directory.resolve(LOCK), how);
            if (isOurs(channel)) {
                return channel;
            }
            channel.close();
            return null;
        } catch (NoSuchFileException cleared) {
            return null;
        }
    }

    private static boolean isOurs(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    private static void clear(Path directory, FileChannel lock) {
        try (lock) {
            for (Path upload : uploads(directory)) {
                Files.deleteIfExists(upload);
            }
            Files.deleteIfExists(directory.resolve(LOCK));
            Files.deleteIfExists(directory);
        } catch (IOException e) {
            LOG.warn("{} could not be cleared away", directory, e);
        }
    }

    private static List<Path> uploads(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(
                            file -> UPLOAD.matcher(String.valueOf(file.getFileName())).matches())
                    .toList();
        }
    }
}
