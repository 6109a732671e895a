package dev.docket.content;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Bytes under names: what a directory and an S3-compatible store have in common. A name has parts
 * divided by {@code /}. Each call is seen by all nodes when it returns.
 *
 * <p>All methods throw {@link ContentAwayException} if the store does not answer.
 */
interface ObjectStore extends AutoCloseable {

    /** Puts a file there, whole or not at all, in place of what is there; it may take the file. */
    void put(String name, Path file);

    /** Puts nothing there, so that only the name counts. */
    void mark(String name);

    boolean exists(String name);

    /**
     * @param first of the bytes to read, from 0
     * @param count of the bytes to read, at least 1; there must be as many
     * @return empty if there is no such name
     */
    Optional<InputStream> read(String name, long first, long count);

    /** Nothing happens if there is no such name. */
    void move(String from, String to);

    /** Nothing happens if there is no such name. */
    void delete(String name);

    /**
     * @param prefix the first parts of the names, whole, and perhaps how the last part begins
     * @return the first names, in their order
     */
    List<String> list(String prefix, int limit);

    @Override
    void close();
}
