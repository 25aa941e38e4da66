package io.arrtheaudio.adapter.tmdb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementTest {

    @ParameterizedTest
    @CsvSource({
        "Amelie, Amélie, true",
        "The Lord of the Rings The Two Towers, The Lord of the Rings: The Two Towers, true",
        "Fast and Furious, Fast & Furious, true",
        "WALL-E, WALL·E, true",
        "Alien, Aliens, false",
        "Alien, Alien 3, false",
        "千と千尋の神隠し, 千と千尋の神隠し, true",
        "'...', '???', false",
        "'', '', false"
    })
    void names_agree_by_their_letters_and_digits(String name, String title, boolean agree) {
        assertThat(new Agreement(name, 0).isCalled(title)).isEqualTo(agree);
    }

    @ParameterizedTest
    @CsvSource({
        "2001, 2001, true",
        "2001, 2002, true",
        "2001, 2000, true",
        "2001, 2003, false",
        "2001, 0, false",
        "0, 1999, true",
        "0, 0, true"
    })
    void years_agree_within_one(int year, int other, boolean agree) {
        assertThat(new Agreement("", year).isOf(other)).isEqualTo(agree);
    }
}
