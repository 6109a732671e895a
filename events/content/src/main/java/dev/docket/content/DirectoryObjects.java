package dev.docket.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.io.input.BoundedInputStream;

/** A directory, perhaps one that nodes share; what is put there is on disk at the return. */
final class DirectoryObjects implements ObjectStore {

    private final Path root;

    DirectoryObjects(Path root) {
        this.root = root;
    }

    @Override
    public void put(String name, Path file) {
        Path to = path(name);
        try {
            flush(file);
            Files.createDirectories(parent(to));
            Files.move(file, to, StandardCopyOption.ATOMIC_MOVE);
            flush(parent(to));
        } catch (IOException e) {
            throw away("written", name, e);
        }
    }

    @Override
    public void mark(String name) {
        Path to = path(name);
        try {
            Files.createDirectories(parent(to));
            Files.createFile(to);
            flush(parent(to));
        } catch (FileAlreadyExistsException isSoAlready) {
            return;
        } catch (IOException e) {
            throw away("written", name, e);
        }
    }

    @Override
    public boolean exists(String name) {
        return Files.exists(path(name));
    }

    @Override
    public Optional<InputStream> read(String name, long first, long count) {
        try {
            FileChannel channel = FileChannel.open(path(name), StandardOpenOption.READ);
            channel.position(first);
            return Optional.of(
                    BoundedInputStream.builder()
                            .setInputStream(Channels.newInputStream(channel))
                            .setMaxCount(count)
                            .get());
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        } catch (IOException e) {
            throw away("read", name, e);
        }
    }

    @Override
    public void move(String from, String to) {
        try {
            Files.createDirectories(parent(path(to)));
            Files.move(path(from), path(to), StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException missing) {
            return;
        } catch (IOException e) {
            throw away("moved", from, e);
        }
    }

    @Override
    public void delete(String name) {
        try {
            Files.deleteIfExists(path(name));
        } catch (IOException e) {
            throw away("deleted", name, e);
        }
    }

    @Override
    public List<String> list(String prefix, int limit) {
        int end = prefix.lastIndexOf('/') + 1;
        String folder = prefix.substring(0, end);
        String begin = prefix.substring(end);
        try (Stream<Path> files = Files.list(path(folder))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.startsWith(begin))
                    .sorted()
                    .limit(limit)
                    .map(name -> folder + name)
                    .toList();
        } catch (NoSuchFileException nothingYet) {
            return List.of();
        } catch (IOException e) {
            throw away("listed", prefix, e);
        }
    }

    @Override
    public void close() {
        // A directory is not held open.
    }

    private Path path(String name) {
        return root.resolve(name);
    }

    private static Path parent(Path path) {
        Path parent = path.getParent();
        if (parent == null) {
            throw new IllegalArgumentException("Not below a directory: " + path);
        }
        return parent;
    }

    /** A name is on disk when its directory is. */
    private static void flush(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static ContentAwayException away(String done, String name, IOException cause) {
        return new ContentAwayException("%s could not be %s".formatted(name, done), cause);
    }
}
