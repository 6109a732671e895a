package dev.docket.projection.search;

import dev.docket.text.LanguageWords;
import dev.docket.text.MarkdownText;
import dev.docket.text.Word;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * What of one revision of an article can be found.
 *
 * @param body as it is read, without marks
 */
record ArticleText(
        String title,
        String summary,
        String body,
        String titleStems,
        String summaryStems,
        String bodyStems,
        String titleWords,
        String titlePrefixes,
        String prefixes,
        String words) {

    /** Nobody types more of a word than this before they see what they look for. */
    private static final int LONGEST_PREFIX = 15;

    static ArticleText of(
            String language, String title, String summary, String markdown, String tags) {
        LanguageWords stems = LanguageWords.of(Locale.forLanguageTag(language));
        LanguageWords words = LanguageWords.neutral();
        String body = MarkdownText.of(markdown);
        String brief = summary + "\n" + tags;
        return new ArticleText(
                title,
                summary,
                body,
                stems.stems(title),
                stems.stems(brief),
                stems.stems(body),
                words.stems(title),
                prefixes(title),
                prefixes(title + "\n" + brief),
                words.stems(title + "\n" + brief + "\n" + body));
    }

    private static String prefixes(String text) {
        Set<String> prefixes = new LinkedHashSet<>();
        for (Word word : LanguageWords.neutral().of(text)) {
            String stem = word.stem();
            int letters = Math.min(stem.codePointCount(0, stem.length()), LONGEST_PREFIX);
            for (int length = 1; length <= letters; length++) {
                prefixes.add(stem.substring(0, stem.offsetByCodePoints(0, length)));
            }
        }
        return String.join(" ", prefixes);
    }
}
