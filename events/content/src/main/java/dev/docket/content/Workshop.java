package dev.docket.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Where this process gathers what is being uploaded: a directory of its own, whose lock the
 * operating system gives back however the process ends. Whoever opens a workshop beside others
 * clears away those whose owners are gone.
 */
final class Workshop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Workshop.class);
    private static final String LOCK = "lock";

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
        return Files.createTempFile(directory(), "", "");
    }

    /** Somebody who clears up may be quicker than we take the lock; then another one is made. */
    private synchronized Path directory() throws IOException {
        while (own == null) {
            Path directory = all.resolve(UUID.randomUUID().toString());
            Files.createDirectories(directory);
            held = lock(directory);
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
        for (Path directory : workshops()) {
            FileChannel channel = lock(directory);
            if (channel != null) {
                clear(directory, channel);
            }
        }
    }

    private List<Path> workshops() {
        try (Stream<Path> directories = Files.list(all)) {
            return new ArrayList<>(directories.toList());
        } catch (NoSuchFileException noneYet) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Null if a process that lives has it, or somebody has just cleared it away. */
    private static @Nullable FileChannel lock(Path directory) {
        try {
            FileChannel channel =
                    FileChannel.open(
                            directory.resolve(LOCK),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (isOurs(channel)) {
                return channel;
            }
            channel.close();
            return null;
        } catch (NoSuchFileException cleared) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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

    private static void clear(Path directory, FileChannel channel) {
        try (channel) {
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException e) {
            LOG.warn("{} could not be cleared away", directory, e);
        }
    }
}
