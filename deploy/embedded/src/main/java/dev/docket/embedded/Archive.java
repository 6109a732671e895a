package dev.docket.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** A server's distribution on the class path, unpacked once. */
sealed interface Archive {

    /** Unpacks into the target unless that was done before; a half-done attempt is begun again. */
    default void unpackTo(Path target) {
        if (Files.exists(target)) {
            return;
        }
        Path partial = target.resolveSibling(target.getFileName() + ".partial");
        try (InputStream bytes =
                Objects.requireNonNull(Archive.class.getResourceAsStream(resource()), resource())) {
            delete(partial);
            Files.createDirectories(partial);
            unpack(new BufferedInputStream(bytes), partial);
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String resource();

    void unpack(InputStream bytes, Path directory) throws IOException;

    /** A zip whose one top directory is left out; what lies in {@code bin} becomes executable. */
    record Zip(String resource) implements Archive {
        @Override
        public void unpack(InputStream bytes, Path directory) throws IOException {
            ZipInputStream zip = new ZipInputStream(bytes);
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName().substring(entry.getName().indexOf('/') + 1);
                Path file = inside(directory, name);
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.getParent());
                Files.copy(zip, file);
                if (name.startsWith("bin/") && !file.toFile().setExecutable(true)) {
                    throw new IOException("Cannot make " + file + " executable");
                }
            }
        }
    }

    /** A tar compressed with xz, with its modes and symbolic links. */
    record TarXz(String resource) implements Archive {
        @Override
        public void unpack(InputStream bytes, Path directory) throws IOException {
            TarArchiveInputStream tar =
                    new TarArchiveInputStream(new XZCompressorInputStream(bytes));
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                Path file = inside(directory, entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                    continue;
                }
                Files.copy(tar, file);
                boolean executable = (entry.getMode() & 0100) != 0;
                if (executable && !file.toFile().setExecutable(true, false)) {
                    throw new IOException("Cannot make " + file + " executable");
                }
            }
        }
    }

    static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static Path inside(Path directory, String name) throws IOException {
        Path file = directory.resolve(name).normalize();
        if (!file.startsWith(directory)) {
            throw new IOException("The archive leads outside: " + name);
        }
        return file;
    }
}
