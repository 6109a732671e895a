package dev.docket.edge;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Which values headers may have: no control characters, in ISO 8859-1 or in UTF-8. Headers are read
 * as ISO 8859-1, where a part of a letter that was sent in UTF-8 may look like a control character;
 * file names are sent so.
 */
final class HeaderValues {

    private static final Pattern ALLOWED = Pattern.compile("[\\p{IsAssigned}&&[^\\p{IsControl}]]*");

    private HeaderValues() {}

    static boolean areAllowed(String value) {
        return ALLOWED.matcher(value).matches() || isAllowedUtf8(value);
    }

    private static boolean isAllowedUtf8(String value) {
        ByteBuffer bytes = ByteBuffer.wrap(value.getBytes(StandardCharsets.ISO_8859_1));
        try {
            return ALLOWED.matcher(StandardCharsets.UTF_8.newDecoder().decode(bytes)).matches();
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }
}
