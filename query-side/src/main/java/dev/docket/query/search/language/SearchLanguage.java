package dev.docket.query.search.language;

import dev.docket.query.search.language.Expression.Phrase;
import dev.docket.query.search.language.Expression.Text;
import dev.docket.query.search.language.Expression.Value;
import dev.docket.query.search.language.grammar.SearchLanguageLexer;
import dev.docket.query.search.language.grammar.SearchLanguageParser;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;

/** Reads and writes the language of {@code SearchLanguage.g4}. */
public final class SearchLanguage {

    /** Half of a character outside the basic plane, without the other half. */
    private static final Pattern HALF = Pattern.compile("\\p{Cs}");

    private static final Pattern NEEDS_NO_QUOTES =
            Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N}_.@/+#-]*");

    private SearchLanguage() {}

    /**
     * @throws RefusedQueryException if the text is not of the language
     */
    public static Expression parse(String text) {
        CommonTokenStream tokens = new CommonTokenStream(lexer(text));
        SearchLanguageParser parser = new SearchLanguageParser(tokens);
        Positions positions = new Positions(text);
        parser.removeErrorListeners();
        parser.addErrorListener(new Complaints(tokens, positions));
        return new TreeBuilder(text, positions).query(parser.query());
    }

    /**
     * A value of a field that takes words.
     *
     * @throws RefusedQueryException if it has a wildcard that would hurt
     */
    public static Text text(Value value) {
        return value.isQuoted()
                ? new Phrase(value.text(), value.at())
                : TreeBuilder.word(value.text(), value.at());
    }

    /** Every text has tokens, so that the lexer has nothing to complain of. */
    static SearchLanguageLexer lexer(String text) {
        return new SearchLanguageLexer(
                CharStreams.fromString(HALF.matcher(text).replaceAll("\uFFFD")));
    }

    /** A value as it is to be written after a field: in quotes if it needs them. */
    public static String value(String value) {
        return NEEDS_NO_QUOTES.matcher(value).matches() ? value : quoted(value);
    }

    /** A text as a phrase, in which nothing has a meaning. */
    public static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static final Pattern ESCAPED = Pattern.compile("\\\\([\"\\\\])");

    /** What is within quotes. */
    static String unquoted(String quoted) {
        return ESCAPED.matcher(quoted.substring(1, quoted.length() - 1))
                .replaceAll(escaped -> Matcher.quoteReplacement(escaped.group(1)));
    }
}
