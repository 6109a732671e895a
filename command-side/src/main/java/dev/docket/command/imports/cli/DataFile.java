package dev.docket.command.imports.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.zip.GZIPInputStream;

/**
 * A file of rows on disk that may be packed. Its fingerprint is of the unpacked bytes, so that a
 * packed copy is the same file.
 */
interface DataFile {

    /** SHA-256 in hexadecimal. */
    String fingerprint();

    /** How many there are. */
    long rows();

    /** What a chunk of rows is, as HTTP names it. */
    String contentType();

    /** The rows from the first, in the order in which they are sent; who opens them closes them. */
    Rows open() throws IOException;

    /** Where a row is in the file, counted from 1. */
    default long place(long row) {
        return row;
    }

    /** Goes through the rows once. */
    interface Rows extends AutoCloseable {

        boolean hasNext();

        void skip() throws IOException;

        Chunk next(int mostRows, int mostCharacters) throws IOException;

        @Override
        void close() throws IOException;
    }

    /** Some rows as they are sent. */
    record Chunk(String text, int rows) {}

    static InputStream unpacked(Path path) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        return path.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
