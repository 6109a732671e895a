package dev.docket.query.search;

import dev.docket.query.paging.Parameters;
import dev.docket.text.Word;
import dev.docket.text.Words;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody typed into the search field. Nothing in it is syntax: it is words, and perhaps a
 * ticket's number.
 *
 * @param stems each once, in their order, without words that say nothing
 * @param number of a ticket, if one was named
 */
record AskedWords(List<String> stems, OptionalLong number) {

    static final int LONGEST = 500;
    private static final int MOST_WORDS = 32;
    private static final Pattern NUMBER =
            Pattern.compile(
                    "\\s*([1-9][0-9]{0,17})\\s*|.*\\bDK-([1-9][0-9]{0,17})\\b.*",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    static AskedWords parse(String text) {
        if (text.length() > LONGEST) {
            throw Parameters.refused("q", "'q' has at most %d characters".formatted(LONGEST));
        }
        List<String> all = Words.of(text).stream().map(Word::stem).distinct().toList();
        List<String> telling = all.stream().filter(stem -> !Words.isCommon(stem)).toList();
        List<String> stems = telling.isEmpty() ? all : telling;
        if (stems.size() > MOST_WORDS) {
            throw Parameters.refused("q", "'q' has at most %d words".formatted(MOST_WORDS));
        }
        return new AskedWords(stems, number(text));
    }

    private static OptionalLong number(String text) {
        Matcher form = NUMBER.matcher(text);
        if (!form.matches()) {
            return OptionalLong.empty();
        }
        String digits = form.group(1) == null ? form.group(2) : form.group(1);
        return OptionalLong.of(Long.parseLong(digits));
    }

    boolean isEmpty() {
        return stems.isEmpty() && number.isEmpty();
    }
}
