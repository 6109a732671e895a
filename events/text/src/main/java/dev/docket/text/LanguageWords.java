package dev.docket.text;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Breaks text of a language into words and reduces each to its stem: no case, no accents, no
 * endings, as far as Lucene knows the language. Chinese, Japanese and Korean become pairs of
 * characters. A text and a question of the same language meet in the same stems; across languages
 * they meet in {@link #neutral() whole words}.
 *
 * <p>As with {@link Words}, a stem never holds white space.
 */
public final class LanguageWords {

    private static final LanguageWords NEUTRAL = new LanguageWords(Analysis.NEUTRAL);
    private static final Map<String, LanguageWords> BY_CODE = byCode();

    private final Analysis analysis;
    private final Set<String> common;

    private LanguageWords(Analysis analysis) {
        this.analysis = analysis;
        this.common =
                analysis.commonWords().get().stream()
                        .flatMap(word -> of(new String((char[]) word)).stream())
                        .map(Word::stem)
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, LanguageWords> byCode() {
        Map<String, LanguageWords> byCode = new HashMap<>();
        for (Analysis analysis : Analysis.KNOWN) {
            LanguageWords words = new LanguageWords(analysis);
            analysis.codes().forEach(code -> byCode.put(code, words));
        }
        return Map.copyOf(byCode);
    }

    /** Those of a language; the region counts for nothing, and an unknown one is neutral. */
    public static LanguageWords of(Locale language) {
        return BY_CODE.getOrDefault(language.getLanguage(), NEUTRAL);
    }

    /** Words as they are written, but for case and accents. */
    public static LanguageWords neutral() {
        return NEUTRAL;
    }

    /** The words of a text in their order, repeated ones as often as they occur. */
    public List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        StandardTokenizer tokenizer = new StandardTokenizer();
        tokenizer.setMaxTokenLength(Words.LONGEST);
        tokenizer.setReader(new StringReader(text));
        try (TokenStream tokens = analysis.stems(new ComposingFilter(tokenizer))) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                String stem = term.toString();
                if (!stem.isBlank()) {
                    words.add(new Word(stem, offset.startOffset(), offset.endOffset()));
                }
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    /** The stems of a text, joined by single spaces. */
    public String stems(String text) {
        return of(text).stream().map(Word::stem).collect(Collectors.joining(" "));
    }

    /** Whether a stem is one of the words that say nothing by themselves, such as "der". */
    public boolean isCommon(String stem) {
        return common.contains(stem);
    }
}
