package dev.docket.command.imports.cli;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells the rows that are originals from their translations, where a mapping names the language of
 * originals. They have to be sent first, because a translation refers to its original.
 */
final class Originals {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern ONE_COLUMN = Pattern.compile("\\{([^{}]+)}");

    private Originals() {}

    /**
     * @param mapping the document
     */
    static Predicate<String> of(String mapping) {
        JsonNode article = JSON.readTree(mapping).path("article");
        String original = article.path("original").asString("");
        Matcher column = ONE_COLUMN.matcher(article.path("language").asString(""));
        return original.isEmpty() || !column.matches()
                ? line -> true
                : line -> isIn(original, column.group(1), line);
    }

    /** What is no JSON object is left to the platform to refuse. */
    private static boolean isIn(String language, String column, String line) {
        try {
            String tag = JSON.readTree(line).path(column).asString("");
            return tag.replace('_', '-').equalsIgnoreCase(language);
        } catch (JacksonException notOurs) {
            return false;
        }
    }
}
