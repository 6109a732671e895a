package dev.docket.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LanguageWordsTest {

    private static LanguageWords words(String tag) {
        return LanguageWords.of(Locale.forLanguageTag(tag));
    }

    @ParameterizedTest
    @CsvSource({
        "ar, كتاب, الكتاب",
        "bg, компютър, компютърът",
        "bn, ফাইল, ফাইলের",
        "bs, datoteka, datoteke",
        "ca, fitxer, fitxers",
        "cs, soubor, souboru",
        "da, fil, filer",
        "de, Drucker, Druckern",
        "el, αρχείο, αρχεία",
        "en, password, passwords",
        "es, contraseña, contraseñas",
        "fa, کتاب, کتاب‌ها",
        "fi, tiedosto, tiedoston",
        "fr, imprimante, l'imprimante",
        "hi, लड़का, लड़के",
        "hu, fájl, fájlok",
        "id, cetak, mencetak",
        "it, cartella, cartelle",
        "nb, mappe, mappen",
        "ne, फाइल, फाइलको",
        "nl, bestand, bestanden",
        "no, fil, filer",
        "pl, drukarka, drukarki",
        "pt-BR, arquivo, arquivos",
        "pt-PT, ficheiro, ficheiros",
        "ro, fișier, fișiere",
        "ru, принтер, принтера",
        "sr, датотека, datoteke",
        "sv, skrivare, skrivaren",
        "ta, கோப்பு, கோப்புகள்",
        "tr, dosya, dosyalar",
    })
    void two_forms_of_a_word_have_one_stem(String language, String one, String other) {
        assertThat(words(language).stems(one)).isEqualTo(words(language).stems(other)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ja, ファイル, ファイルを圧縮する",
        "ko, 파일, 파일을",
        "zh, 压缩, 压缩文件",
        "zh-TW, 壓縮, 壓縮檔案",
        "th, ไฟล์, บีบอัดไฟล์",
        "lo, ໄຟລ໌, ບີບອັດໄຟລ໌",
    })
    void a_word_is_found_within_what_is_written_without_spaces(
            String language, String word, String text) {
        assertThat(words(language).of(text))
                .extracting(Word::stem)
                .containsAll(words(language).of(word).stream().map(Word::stem).toList())
                .hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ml", "uk", "uz", "xx", "und"})
    void a_language_without_a_stemmer_keeps_its_words(String language) {
        assertThat(words(language).stems("Ñandú  ČESKY\tпринтер മലയാളം"))
                .startsWith("nandu cesky принтер");
    }

    @Test
    void accents_and_case_do_not_count_in_any_language() {
        for (String tag : List.of("de", "es", "fr", "pt", "it", "tr", "pl", "xx")) {
            assertThat(words(tag).stems("CAFÉ")).as(tag).isEqualTo(words(tag).stems("café"));
        }
        assertThat(words("fr").stems("réseaux")).isEqualTo(words("fr").stems("reseaux"));
        assertThat(words("de").stems("Schlüssel")).isEqualTo(words("de").stems("Schlussel"));
    }

    @Test
    void a_word_knows_where_it_stands() {
        String text = "Die Drucker: l'été, 파일을";
        for (String tag : List.of("de", "fr", "ko", "xx")) {
            assertThat(words(tag).of(text))
                    .allSatisfy(word -> {
                        assertThat(word.start()).isBetween(0, text.length() - 1);
                        assertThat(word.end()).isBetween(word.start() + 1, text.length());
                        assertThat(word.stem()).doesNotContainAnyWhitespaces();
                    });
        }
    }

    @Test
    void common_words_are_those_of_the_language() {
        assertThat(words("de").isCommon(words("de").stems("Der"))).isTrue();
        assertThat(words("en").isCommon("der")).isFalse();
        assertThat(words("ru").isCommon(words("ru").stems("и"))).isTrue();
        assertThat(LanguageWords.neutral().isCommon("the")).isFalse();
    }

    @Test
    void only_what_is_read_is_left_of_markdown() {
        assertThat(
                        MarkdownText.of(
                                """
                                # Reset *it*

                                See [the page](https://example.org/x) or `reset -a`:

                                ```sh
                                reset --all
                                ```

                                <script>alert(1)</script>
                                """))
                .isEqualTo("Reset it\nSee the page or reset -a:\nreset --all");
    }
}
