package dev.docket.command.attachment;

import dev.docket.edge.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * What a file is called: without a path, without characters that steer terminals or turn the
 * direction of writing, and short enough for every file system.
 */
final class FileName {

    private static final int LONGEST = 255;

    private FileName() {}

    /**
     * The name in a {@code Content-Disposition} (RFC 6266).
     *
     * @throws dev.docket.edge.ProblemException if there is none
     */
    static String in(@Nullable String header) {
        String name = header == null ? "" : clean(named(header));
        if (name.isEmpty()) {
            throw new Problem(
                            HttpStatus.BAD_REQUEST,
                            "name-missing",
                            "Name the file: Content-Disposition: attachment; filename=\"…\"",
                            HttpHeaders.CONTENT_DISPOSITION)
                    .asException();
        }
        return name;
    }

    private static String named(String header) {
        try {
            String name = ContentDisposition.parse(utf8(header)).getFilename();
            return name == null ? "" : name;
        } catch (IllegalArgumentException notOfThatForm) {
            return "";
        }
    }

    /** Headers are read as ISO 8859-1; clients such as curl send the bytes of UTF-8. */
    private static String utf8(String header) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(header.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException latin1) {
            return header;
        }
    }

    /** Empty if nothing is left of it. */
    static String clean(String name) {
        int path = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
        StringBuilder kept = new StringBuilder();
        name.substring(path + 1)
                .codePoints()
                .filter(FileName::isKept)
                .forEach(kept::appendCodePoint);
        String clean = kept.toString().strip();
        return clean.equals(".") || clean.equals("..") ? "" : shortened(clean);
    }

    private static boolean isKept(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED ->
                    false;
            default -> true;
        };
    }

    /** The ending stays, because it tells programs what the file is. */
    private static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= 20 ? name.substring(dot) : "";
        int end = LONGEST - ending.length();
        int whole = Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end;
        return name.substring(0, whole) + ending;
    }
}
