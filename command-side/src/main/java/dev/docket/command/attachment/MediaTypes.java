package dev.docket.command.attachment;

import dev.docket.content.ContentAwayException;
import dev.docket.content.ReceivedFile;
import java.io.IOException;
import java.io.InputStream;
import org.apache.tika.Tika;

/**
 * What a file is, by its first bytes; nothing is unpacked or decoded. The name only tells kinds of
 * the same format apart, such as a text document from other archives.
 */
final class MediaTypes {

    private static final int FIRST_BYTES = 64 << 10;
    private static final String UNKNOWN = "application/octet-stream";

    private final Tika tika = new Tika();

    String of(ReceivedFile file, String name) {
        byte[] first = firstBytes(file);
        String byBytes = tika.detect(first);
        return byBytes.equals(UNKNOWN) ? UNKNOWN : tika.detect(first, name);
    }

    private static byte[] firstBytes(ReceivedFile file) {
        try (InputStream bytes = file.open()) {
            return bytes.readNBytes(FIRST_BYTES);
        } catch (IOException e) {
            throw new ContentAwayException("An upload cannot be read again", e);
        }
    }
}
