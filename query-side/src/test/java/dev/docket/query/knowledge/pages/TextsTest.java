package dev.docket.query.knowledge.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.text.MessageFormat;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TextsTest {

    /** What is said in no language of its own, or by more than one text. */
    private static final Set<String> OTHERS = Set.of("language", "own", "size");

    static Set<String> languages() {
        return Texts.all().keySet();
    }

    private static Texts in(String... languages) {
        return Texts.in(Arrays.stream(languages).map(Locale::forLanguageTag).toList());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void each_language_says_all_there_is_to_say_with_the_same_values(String language) {
        var messages = in(language).messages();
        var english = in("en").messages();
        Set<String> said = new TreeSet<>(Set.of("foundMany"));
        for (Method method : Texts.class.getDeclaredMethods()) {
            if (Modifier.isPublic(method.getModifiers()) && !OTHERS.contains(method.getName())) {
                said.add(method.getName());
            }
        }

        assertThat(messages.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(said);
        for (String key : said) {
            assertThat(values(messages.getProperty(key)))
                    .as(key)
                    .isEqualTo(values(english.getProperty(key)));
        }
    }

    private static int values(String message) {
        return new MessageFormat(message).getFormatsByArgumentIndex().length;
    }

    @ParameterizedTest
    @CsvSource({"de, 'en', de", "fr-CA, 'de', fr", "ja, es-MX, es", "ja, zh, en"})
    void the_first_language_with_texts_is_taken_and_else_english(
            String first, String second, String taken) {
        assertThat(in(first, second).language()).isEqualTo(taken);
    }

    @Test
    void counts_days_and_sizes_are_written_as_people_write_them() {
        Instant day = Instant.parse("2026-11-21T23:59:00Z");
        assertThat(List.of(in("en").articles(1), in("en").articles(0), in("en").articles(1_234)))
                .containsExactly("1 article", "0 articles", "1,234 articles");
        assertThat(in("fr").articles(0)).isEqualTo("0 article");
        assertThat(in("de").updated(day)).isEqualTo("Aktualisiert am 21. November 2026");
        assertThat(in("es").updated(day)).isEqualTo("Actualizado el 21 de noviembre de 2026");
        assertThat(List.of(in("en").size(26), in("en").size(2_048), in("de").size(1_600_000)))
                .containsExactly("26 B", "2 KB", "1,5 MB");
        assertThat(in("en").own("de")).isEqualTo("Deutsch");
    }

    @Test
    void what_somebody_typed_is_no_pattern() {
        assertThat(in("en").results("{0} '{1}' {")).isEqualTo("Results for “{0} '{1}' {”");
    }
}
