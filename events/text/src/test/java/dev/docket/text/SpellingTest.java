package dev.docket.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {

    @ParameterizedTest
    @CsvSource({
        "password, password, true",
        "pasword,  password, true",
        "passwrod, password, true",
        "password, passport, true",
        "paswrd,   password, true",
        "assword,  password, false",
        "mail,     mial,     true",
        "mail,     meil,     true",
        "mail,     mall,     true",
        "mail,     male,     false",
        "vpn,      vpm,      false",
        "dk1042,   dk1043,   false",
        "пароль,   парол,    true",
        "𝒳abcdef,  𝒳abcde,   true",
    })
    void a_misspelt_word_is_taken_for_the_right_one(String asked, String written, boolean alike) {
        assertThat(Spelling.of(asked).isLike(written)).isEqualTo(alike);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void it_is_near_what_elasticsearch_finds_near(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 2_000; i++) {
            String asked = word(random);
            String written = random.nextInt(4) == 0 ? word(random) : changed(asked, random);
            assertThat(Spelling.of(asked).isLike(written))
                    .as("%s for %s, seed %d", written, asked, seed)
                    .isEqualTo(isNearInLucene(asked, written));
        }
    }

    private static String word(SplittableRandom random) {
        return random.ints(3 + random.nextInt(7), 'a', 'e')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String changed(String word, SplittableRandom random) {
        StringBuilder changed = new StringBuilder(word);
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            int at = random.nextInt(changed.length());
            switch (random.nextInt(4)) {
                case 0 -> changed.setCharAt(at, 'x');
                case 1 -> changed.insert(at, 'y');
                case 2 -> changed.deleteCharAt(at).append(changed.isEmpty() ? "z" : "");
                default -> changed.append(changed.charAt(at)).deleteCharAt(at);
            }
        }
        return changed.toString();
    }

    private static boolean isNearInLucene(String asked, String written) {
        int sure = Spelling.SURE_LETTERS;
        return written.startsWith(asked.substring(0, sure))
                && new CharacterRunAutomaton(
                                new LevenshteinAutomata(asked.substring(sure), true)
                                        .toAutomaton(Spelling.mistakes(asked)))
                        .run(written.substring(sure));
    }
}
