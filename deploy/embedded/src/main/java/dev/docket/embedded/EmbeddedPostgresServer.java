package dev.docket.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * One PostgreSQL server on the loopback address, whose data stay in a directory.
 *
 * <p>The port is remembered in the directory, so that tools find the server again, and so is the
 * password of its only user, readable by the owner alone. What a commit acknowledged is on disk.
 */
public final class EmbeddedPostgresServer implements AutoCloseable {

    private static final String VERSION = "18.6";
    private static final String NAME = "postgresql";
    private static final String USER = "postgres";

    /** Ends the sessions and writes a checkpoint, instead of waiting until clients leave. */
    private static final String STOP_SIGNAL = "INT";

    /** Recovery after a crash may replay as much as {@code max_wal_size}. */
    private static final Duration START = Duration.ofMinutes(5);

    private static final Archive SERVER = new Archive.TarXz("/postgres-linux-x86_64.txz");

    private final ServerProcess process;
    private final String url;
    private final String password;

    private EmbeddedPostgresServer(ServerProcess process, String url, String password) {
        this.process = process;
        this.url = url;
        this.password = password;
    }

    /**
     * Starts the server and waits until it takes connections; what an earlier, killed JVM left
     * running there is stopped first. Only one JVM at a time may use the directory: the caller sees
     * to that.
     *
     * @param directory holds the server, its data, port and password; made if absent
     * @param logs where the server writes its logs; made if absent
     * @throws ServerFailed if it does not serve within two minutes
     */
    public static EmbeddedPostgresServer start(Path directory, Path logs) {
        try {
            Path root = PrivateDirectory.make(directory);
            Path home = root.resolve("server-" + VERSION);
            Path data = root.resolve("data");
            Path passwordFile = root.resolve("password");
            PrivateDirectory.make(logs);
            ServerProcess.stopOrphan(root, NAME, STOP_SIGNAL);
            SERVER.unpackTo(home);
            String password = password(passwordFile);
            int port = Ports.remembered(root.resolve("port"));
            Unprivileged.way().own(root);
            Unprivileged.way().own(logs);
            if (!Files.exists(data)) {
                initialise(root, home, passwordFile, logs.resolve("postgresql-init.log"));
            }
            ServerProcess process =
                    ServerProcess.start(
                            new ServerProcess.Launch(
                                    NAME,
                                    STOP_SIGNAL,
                                    root,
                                    logs.resolve("postgresql-start.log"),
                                    command(home, data, logs.toAbsolutePath(), port),
                                    Map.of()));
            String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
            process.await(() -> serves(url, password), START);
            return new EmbeddedPostgresServer(process, url, password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JDBC URL of the database. */
    public String url() {
        return url;
    }

    public String username() {
        return USER;
    }

    public String password() {
        return password;
    }

    @Override
    public void close() {
        process.close();
    }

    /**
     * Made beside its place and moved there, so that a half-made cluster is never taken for one.
     */
    private static void initialise(Path root, Path home, Path passwordFile, Path output)
            throws IOException {
        Path partial = root.resolve("data.partial");
        Archive.delete(partial);
        Programs.require(
                Unprivileged.way()
                        .wrap(
                                List.of(
                                        home.resolve("bin/initdb").toString(),
                                        "--pgdata=" + partial,
                                        "--username=" + USER,
                                        "--pwfile=" + passwordFile,
                                        "--auth=scram-sha-256",
                                        "--encoding=UTF8",
                                        "--locale=C",
                                        // The same order of texts on every machine.
                                        "--locale-provider=builtin",
                                        "--builtin-locale=C.UTF-8")),
                root,
                output);
        Files.move(partial, root.resolve("data"));
    }

    private static List<String> command(Path home, Path data, Path logs, int port) {
        Map<String, String> settings =
                Map.ofEntries(
                        Map.entry("listen_addresses", "127.0.0.1"),
                        Map.entry("unix_socket_directories", ""),
                        Map.entry("max_connections", "200"),
                        Map.entry("shared_buffers", "256MB"),
                        Map.entry("effective_cache_size", "1GB"),
                        Map.entry("work_mem", "16MB"),
                        Map.entry("maintenance_work_mem", "128MB"),
                        Map.entry("random_page_cost", "1.1"),
                        Map.entry("synchronous_commit", "on"),
                        Map.entry("max_wal_size", "2GB"),
                        Map.entry("checkpoint_completion_target", "0.9"),
                        Map.entry("timezone", "UTC"),
                        Map.entry("log_timezone", "UTC"),
                        Map.entry("logging_collector", "on"),
                        Map.entry("log_directory", logs.toString()),
                        Map.entry("log_filename", "postgresql-%a.log"),
                        Map.entry("log_truncate_on_rotation", "on"));
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin/postgres").toString());
        command.addAll(List.of("-D", data.toString(), "-p", Integer.toString(port)));
        settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return command;
    }

    private static String password(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] random = new byte[16];
            new SecureRandom().nextBytes(random);
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(random));
        }
        return Files.readString(file);
    }

    private static boolean serves(String url, String password) {
        try (var connection = DriverManager.getConnection(url, USER, password)) {
            return connection.isValid(2);
        } catch (SQLException notYet) {
            return false;
        }
    }
}
