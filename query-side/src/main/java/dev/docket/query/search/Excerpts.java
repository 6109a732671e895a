package dev.docket.query.search;

import dev.docket.query.search.Asked.Marks;
import dev.docket.text.Spelling;
import dev.docket.text.Word;
import dev.docket.text.WordReader;
import dev.docket.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.web.util.HtmlUtils;

/**
 * Shows where the words that were asked for stand in a text: as HTML in which they are within
 * {@code <em>} and everything else is escaped. It compares stems as the index does, so it marks
 * what was found, whichever Elasticsearch found it. For one answer, not for several threads.
 */
public final class Excerpts {

    private static final int LENGTH = 160;
    private static final int BEFORE = 48;
    private static final int MOST = 2;

    private static final int SURE_BEGINNING = 4;
    private static final char LAST_ASCII = 0x7F;

    private final WordReader reader;
    private final Predicate<String> isAsked;
    private final Predicate<String> mayHold;

    /**
     * @param reader breaks a text into words, as the index does
     * @param isAsked tells of a stem whether it was asked for
     */
    public Excerpts(WordReader reader, Predicate<String> isAsked) {
        this(reader, isAsked, text -> true);
    }

    private Excerpts(WordReader reader, Predicate<String> isAsked, Predicate<String> mayHold) {
        this.reader = reader;
        this.isAsked = isAsked;
        this.mayHold = mayHold;
    }

    /**
     * @param doubted those of the stems that may be misspelt
     */
    static Excerpts of(Marks marks, Set<String> doubted) {
        Set<String> sure = marks.stems();
        List<Spelling> alike = doubted.stream().map(Spelling::of).toList();
        Predicate<String> isAsked =
                stem ->
                        sure.contains(stem)
                                || marks.beginnings().stream().anyMatch(stem::startsWith)
                                || alike.stream().anyMatch(spelling -> spelling.isLike(stem));
        List<String> beginnings = new ArrayList<>(marks.beginnings());
        sure.forEach(
                stem -> beginnings.add(doubted.contains(stem) ? first(stem, 1) : beginning(stem)));
        return new Excerpts(Words.reader(), isAsked, text -> mayHold(text, beginnings));
    }

    /**
     * What the word had too: stemming takes endings away and changes at most a stem's last letter.
     */
    private static String beginning(String stem) {
        return first(stem, Math.clamp(stem.length() - 1, 1, SURE_BEGINNING));
    }

    private static String first(String stem, int letters) {
        return stem.substring(0, letters);
    }

    /** The whole text, if an asked word is in it; empty otherwise. */
    public List<String> whole(String text) {
        List<Word> words = words(text);
        List<Word> found = found(words);
        return found.isEmpty() ? List.of() : List.of(marked(text, 0, text.length(), found));
    }

    /** The passages of a longer text that tell the most, in their order. */
    public List<String> of(String text) {
        List<Word> words = words(text);
        List<Word> found = found(words);
        return passages(words, found).stream()
                .sorted(Comparator.comparingInt(Passage::telling).reversed())
                .limit(MOST)
                .sorted(Comparator.comparingInt(Passage::start))
                .map(passage -> shown(text, passage, found))
                .toList();
    }

    /** None of a text in which none of the asked words can be, which is quicker to see. */
    private List<Word> words(String text) {
        return mayHold.test(text) ? reader.words(text) : List.of();
    }

    /**
     * Of a text with other letters than ASCII's nothing is known: they may be folded into these.
     */
    private static boolean mayHold(String text, List<String> beginnings) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > LAST_ASCII) {
                return true;
            }
        }
        String lower = text.toLowerCase(Locale.ROOT);
        return beginnings.stream().anyMatch(lower::contains);
    }

    private List<Word> found(List<Word> words) {
        return words.stream().filter(word -> isAsked.test(word.stem())).toList();
    }

    /**
     * @param telling how many different asked words are in it
     */
    private record Passage(int start, int end, int telling) {}

    /** Each begins a little before an asked word that no passage before it shows. */
    private static List<Passage> passages(List<Word> words, List<Word> found) {
        List<Passage> passages = new ArrayList<>();
        int shownUntil = -1;
        int first = 0;
        for (Word word : found) {
            if (word.start() < shownUntil) {
                continue;
            }
            while (words.get(first).start() < Math.max(shownUntil, word.start() - BEFORE)) {
                first++;
            }
            int start = words.get(first).start();
            int end = word.end();
            for (int next = first;
                    next < words.size() && words.get(next).end() <= start + LENGTH;
                    next++) {
                end = Math.max(end, words.get(next).end());
            }
            Set<String> telling = new HashSet<>();
            for (Word other : found) {
                if (other.start() >= start && other.end() <= end) {
                    telling.add(other.stem());
                }
            }
            passages.add(new Passage(start, end, telling.size()));
            shownUntil = end;
        }
        return passages;
    }

    private static String shown(String text, Passage passage, List<Word> found) {
        String before = passage.start() > 0 ? "…" : "";
        String after = passage.end() < text.stripTrailing().length() ? "…" : "";
        return before + marked(text, passage.start(), passage.end(), found) + after;
    }

    private static String marked(String text, int start, int end, List<Word> found) {
        StringBuilder html = new StringBuilder();
        int done = start;
        for (Word word : found) {
            if (word.start() >= done && word.end() <= end) {
                html.append(escaped(text, done, word.start()))
                        .append("<em>")
                        .append(escaped(text, word.start(), word.end()))
                        .append("</em>");
                done = word.end();
            }
        }
        return html.append(escaped(text, done, end)).toString();
    }

    private static String escaped(String text, int start, int end) {
        return HtmlUtils.htmlEscape(text.substring(start, end), "UTF-8");
    }
}
