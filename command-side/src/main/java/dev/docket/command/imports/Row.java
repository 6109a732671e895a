package dev.docket.command.imports;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One row of an imported file.
 *
 * @param number counted from 1, without the header
 */
record Row(long number, Map<String, String> values) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]+)}");

    String value(String column) {
        String value = values.get(column);
        if (value == null) {
            throw new RefusedRowException(
                    "import-column-missing", "The file has no column '%s'".formatted(column));
        }
        return value.strip();
    }

    /** The columns in braces in a text. */
    static Stream<String> columns(String template) {
        return PLACEHOLDER.matcher(template).results().map(found -> found.group(1));
    }

    /** The text with each column in braces replaced by this row's value. */
    String fill(String template) {
        Matcher placeholder = PLACEHOLDER.matcher(template);
        return placeholder.replaceAll(found -> Matcher.quoteReplacement(value(found.group(1))));
    }
}
