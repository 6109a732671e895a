package dev.docket.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "resetting passwords,       reset password",
        "PRINTERS printed printing, PRINT print Printer",
        "the user's mailbox,        the user mailbox",
        "café Zürich façade,        cafe zurich facade",
        "'cafe\u0301',              café",
        "ＶＰＮ,                    vpn",
        "Straße,                    strasse",
        "wi-fi,                     wi fi",
        "DK-1042,                   dk 1042",
    })
    void forms_of_a_word_have_one_stem(String asked, String written) {
        assertThat(Words.stems(asked).split(" "))
                .containsAnyElementsOf(List.of(Words.stems(written).split(" ")));
    }

    @Test
    void resetting_passwords_is_reset_password() {
        assertThat(Words.stems("Resetting passwords")).isEqualTo(Words.stems("reset password"));
    }

    @Test
    void a_word_knows_its_place_in_the_text() {
        String text = "😀 Please RESET it";

        Word reset = Words.of(text).stream().filter(w -> w.stem().equals("reset")).findAny().get();

        assertThat(text.substring(reset.start(), reset.end())).isEqualTo("RESET");
    }

    @Test
    void words_of_other_scripts_are_kept() {
        assertThat(Words.stems("Пароль не работает")).isEqualTo("пароль не работает");
        assertThat(Words.of("密码重置")).hasSize(4);
    }

    @Test
    void a_very_long_word_is_cut_the_same_way_each_time() {
        String blob = "QUJD".repeat(250_000);

        List<Word> words = Words.of(blob);

        assertThat(words).allMatch(word -> word.stem().length() <= Words.LONGEST);
        assertThat(words.getLast().end()).isEqualTo(blob.length());
        assertThat(Words.stems(blob))
                .isEqualTo(Words.stems(blob.toLowerCase(java.util.Locale.ROOT)));
    }

    @Test
    void a_long_word_is_not_cut_within_a_character() {
        String letters = "a" + "𝒳".repeat(1_000);

        assertThat(Words.of(letters))
                .allMatch(word -> !Character.isLowSurrogate(letters.charAt(word.start())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "\0\0", "*:* AND (", "<script>", "\uD800", "a\uDC00b", "\u202E"})
    void hostile_text_yields_words_without_markup_and_halves_of_characters(String text) {
        assertThat(Words.of(text))
                .allMatch(word -> word.stem().codePoints().allMatch(c -> c > ' ' && !isHalf(c)))
                .allMatch(word -> word.stem().codePoints().noneMatch(c -> c == '<' || c == '*'));
    }

    @Test
    void stems_joined_and_split_are_the_same_stems() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            String text =
                    random.ints(40, 0, 0x3000)
                            .mapToObj(Character::toString)
                            .collect(java.util.stream.Collectors.joining());

            List<String> stems = Words.of(text).stream().map(Word::stem).toList();

            assertThat(stems).allMatch(stem -> stem.chars().noneMatch(Character::isWhitespace));
            assertThat(Words.stems(text)).isEqualTo(String.join(" ", stems));
        }
    }

    @Test
    void common_words_are_known() {
        assertThat(List.of("the", "is", "this"))
                .allMatch(word -> Words.isCommon(Words.stems(word)));
        assertThat(Words.isCommon(Words.stems("password"))).isFalse();
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
