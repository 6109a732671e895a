package dev.docket.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        assertThat(Spelling.like(asked).test(written)).isEqualTo(alike);
    }
}
