package dev.docket.query.search;

import dev.docket.text.Word;
import dev.docket.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Words as PostgreSQL's {@code to_tsquery} takes them: a text must have each, as it was typed or in
 * another form that begins as its stem does.
 */
public final class WordBeginnings {

    private static final int MOST_WORDS = 16;

    private WordBeginnings() {}

    /** Empty, and so found nowhere, where nothing was typed that is a word. */
    public static String of(String typed) {
        List<Word> words = Words.of(typed);
        List<Word> telling =
                words.stream().filter(Predicate.not(word -> Words.isCommon(word.stem()))).toList();
        return (telling.isEmpty() ? words : telling)
                .stream()
                        .map(word -> word(typed, word))
                        .distinct()
                        .limit(MOST_WORDS)
                        .collect(Collectors.joining(" & "));
    }

    private static String word(String typed, Word word) {
        String written = typed.substring(word.start(), word.end()).toLowerCase(Locale.ROOT);
        return "(%s:* | %s:*)".formatted(quoted(written), quoted(word.stem()));
    }

    /** Nothing in it is syntax. */
    private static String quoted(String lexeme) {
        return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
