package io.arrtheaudio.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnsTest {

    @ParameterizedTest
    @CsvSource({"abc, 3", "日本語, 6", "한국어, 6", "e\u0301te\u0301, 3", "ＡＢ, 4", "ﾊﾛｰ, 3", "👍, 2", "'', 0", "Ünï, 3"})
    void width_is_what_a_terminal_shows(String text, int places) {
        assertThat(Columns.width(text)).isEqualTo(places);
    }

    @Test
    void cells_line_up_whatever_script_they_are_in() {
        Columns columns = new Columns();
        columns.add("日本", "x", "");
        columns.add("a", "yy", "z");
        assertThat(columns.lines()).containsExactly("日本  x", "a     yy  z");
    }

    @ParameterizedTest
    @CsvSource({"abcdef, 6, abcdef", "abcdefg, 6, abc...", "日本語の映画, 8, 日本...", "👍👍👍, 5, 👍...", "abcd, 2, ..."})
    void what_is_too_wide_loses_its_end(String text, int places, String fitted) {
        assertThat(Columns.fitted(text, places)).isEqualTo(fitted);
    }

    @Test
    void no_rows_are_no_lines() {
        assertThat(new Columns().lines()).isEmpty();
    }
}
