package dev.docket.content;

import dev.docket.event.attachment.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file that has come in whole; it is gone when this is closed, unless the store has kept it. */
public final class ReceivedFile implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReceivedFile.class);

    private final Path file;
    private final long size;
    private final Sha256 sha256;

    ReceivedFile(Path file, long size, Sha256 sha256) {
        this.file = file;
        this.size = size;
        this.sha256 = sha256;
    }

    Path file() {
        return file;
    }

    /** In bytes. */
    public long size() {
        return size;
    }

    public Sha256 sha256() {
        return sha256;
    }

    /** Reads it from its beginning. */
    public InputStream open() {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new ContentAwayException("An upload cannot be read again", e);
        }
    }

    @Override
    public void close() {
        discard(file);
    }

    static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} stays until the next start", file, e);
        }
    }
}
