package io.arrtheaudio.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteCountTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 bytes",
        "1, 1 byte",
        "999, 999 bytes",
        "1000, 1.0 kB",
        "9949, 9.9 kB",
        "9960, 10 kB",
        "999499, 999 kB",
        "999500, 1.0 MB",
        "4215000000, 4.2 GB",
        "20123456789, 20 GB",
        "9223372036854775807, 9.2 EB"
    })
    void bytes_are_said_as_people_do(long bytes, String said) {
        assertThat(ByteCount.said(bytes)).isEqualTo(said);
    }
}
