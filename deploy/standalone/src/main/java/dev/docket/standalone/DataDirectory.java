package dev.docket.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/** The directory with all that a standalone platform keeps; one process at a time has it. */
final class DataDirectory implements AutoCloseable {

    private static final String OPTION = "--docket.data-dir=";

    private final Path path;
    private final FileChannel channel;

    private DataDirectory(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** {@code --docket.data-dir}, else {@code DOCKET_DATA_DIR}, else {@code ~/.docket}. */
    static Path chosen(String[] arguments) {
        return Arrays.stream(arguments)
                .filter(argument -> argument.startsWith(OPTION))
                .map(argument -> Path.of(argument.substring(OPTION.length())))
                .findFirst()
                .or(() -> Optional.ofNullable(System.getenv("DOCKET_DATA_DIR")).map(Path::of))
                .orElse(Path.of(System.getProperty("user.home"), ".docket"))
                .toAbsolutePath()
                .normalize();
    }

    /** Takes the directory, or nothing if another process has it. */
    static Optional<DataDirectory> take(Path path) {
        try {
            Files.createDirectories(path);
            FileChannel channel =
                    FileChannel.open(
                            path.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new DataDirectory(path, channel));
        } catch (OverlappingFileLockException ours) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
