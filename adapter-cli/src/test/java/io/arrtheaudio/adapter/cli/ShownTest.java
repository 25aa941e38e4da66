package io.arrtheaudio.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain.mkv",
                "Amélie.mkv",
                "君の名は。.mkv",
                "a b 'c' \"d\"",
                "back\\slash",
                "👩\u200d🚀.mp4",
                "@x",
                "-x"
            })
    void names_that_do_no_harm_stay_as_they_are(String name) {
        assertThat(Shown.text(name)).isEqualTo(name);
    }

    @Test
    void control_characters_are_escaped() {
        assertThat(Shown.text("a\nb\rc\td\u001b[31me\u0000f\u007fg\u009bh"))
                .isEqualTo("a\\nb\\rc\\td\\x1b[31me\\x00f\\x7fg\\x9bh");
    }

    @Test
    void what_turns_the_direction_of_writing_or_ends_a_line_is_escaped() {
        assertThat(Shown.text("gpj\u202e.mkv\u2028\u2066\ufeff")).isEqualTo("gpj\\u202e.mkv\\u2028\\u2066\\ufeff");
    }

    @Test
    void half_a_surrogate_pair_is_escaped() {
        assertThat(Shown.text("a\ud800b")).isEqualTo("a\\ud800b");
    }

    @Test
    void json_gets_escapes_that_json_knows() {
        assertThat(Shown.json("{\"a\":\"\u009b\u202e👩é\"}")).isEqualTo("{\"a\":\"\\u009b\\u202e👩é\"}");
    }
}
