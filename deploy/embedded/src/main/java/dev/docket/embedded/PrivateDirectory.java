package dev.docket.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Directories that nobody but their owner looks into: the data are people's cases. */
final class PrivateDirectory {

    private PrivateDirectory() {}

    /** Makes it if it is absent; its absolute path. */
    static Path make(Path directory) throws IOException {
        Path path = Files.createDirectories(directory.toAbsolutePath());
        return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
    }
}
