package dev.docket.event.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LanguageTest {

    @ParameterizedTest
    @CsvSource({
        "de, de",
        "DE, de",
        "pt-br, pt-BR",
        "ZH-HANT, zh-Hant",
        "zh-hant-tw, zh-Hant-TW",
        "es-419, es-419",
        "de-1996, de-1996"
    })
    void a_tag_has_one_way_to_be_written(String given, String tag) {
        assertThat(new Language(given)).hasToString(tag);
        assertThat(new Language(given)).isEqualTo(new Language(tag));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "d",
                "pt_BR",
                "und",
                "x-docket",
                "en-x-docket",
                "en-u-ca-buddhist",
                "english language",
                "../../etc",
                "de\u0000"
            })
    void what_names_no_language_is_refused(String given) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Language(given))
                .withMessage("not a language");
    }

    @Test
    void languages_are_in_the_order_of_their_tags() {
        assertThat(new Language("de")).isLessThan(new Language("de-AT"));
        assertThat(new Language("pt-PT")).isGreaterThan(new Language("pt-BR"));
    }
}
