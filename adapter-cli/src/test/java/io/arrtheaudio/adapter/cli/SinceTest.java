package io.arrtheaudio.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class SinceTest {

    private static final Instant NOW = Instant.parse("2026-02-03T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "30m, 2026-02-03T11:30:00Z",
        "2h, 2026-02-03T10:00:00Z",
        "3d, 2026-01-31T12:00:00Z",
        "0h, 2026-02-03T12:00:00Z",
        "2026-01-01T00:00:00Z, 2026-01-01T00:00:00Z",
        "2026-01-01T02:30:00+02:00, 2026-01-01T00:30:00Z"
    })
    void moments_are_read_as_a_person_writes_them(String written, Instant meant) {
        assertThat(new Since.Reader().convert(written).at(NOW)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "h", "-2h", "2", "2w", "2 h", "9999999h", "yesterday", "2026-01-01", "2026-13-01T00:00:00Z"})
    void anything_else_is_refused_with_what_there_is(String written) {
        assertThatThrownBy(() -> new Since.Reader().convert(written))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage("was '" + written + "' but must be a time back such as 30m, 2h or 3d, or a moment such as"
                        + " 2026-01-31T18:00:00Z");
    }
}
