package dev.docket.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The directory that holds everything that must survive a restart, held by one process at a time.
 *
 * <p>The operating system gives the lock back when the process ends, however it ends.
 */
final class DataDirectory implements AutoCloseable {

    private static final int LONGEST_PID = 32;

    private final Path path;
    private final FileChannel lock;

    private DataDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Makes the directory if it is absent, and takes it.
     *
     * @param directory where; a leading {@code ~/} is the user's home
     * @throws DirectoryInUse if another process has it
     */
    static DataDirectory take(String directory) {
        Path path = Path.of(expanded(directory)).toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
            FileChannel channel =
                    FileChannel.open(
                            path.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            if (!isOurs(channel)) {
                String holder = read(channel);
                channel.close();
                throw new DirectoryInUse(
                        "Docket already runs on "
                                + path
                                + (holder.isBlank() ? "" : " (process " + holder + ")")
                                + ": stop it first, or choose another directory with"
                                + " --docket.data-dir.");
            }
            write(channel, Long.toString(ProcessHandle.current().pid()));
            return new DataDirectory(path, channel);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use " + path + " as data directory", e);
        }
    }

    Path path() {
        return path;
    }

    Path logs() {
        return path.resolve("logs");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String expanded(String directory) {
        return directory.startsWith("~/")
                ? System.getProperty("user.home") + directory.substring(1)
                : directory;
    }

    private static boolean isOurs(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldByThisJvm) {
            return false;
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer content = ByteBuffer.allocate(LONGEST_PID);
        channel.read(content, 0);
        return new String(content.array(), 0, content.position(), StandardCharsets.UTF_8).strip();
    }

    private static void write(FileChannel channel, String content) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)), 0);
    }
}
