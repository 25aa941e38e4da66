package io.arrtheaudio.adapter.files.matroska;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VintTest {

    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "126, 1",
        "127, 2",
        "16382, 2",
        "16383, 3",
        "2097150, 3",
        "2097151, 4",
        "562949953421310, 7",
        "562949953421311, 8"
    })
    void a_size_takes_the_fewest_bytes_in_which_not_every_bit_is_set(long size, int width) {
        assertThat(Vint.minimalWidth(size)).isEqualTo(width);
    }

    @ParameterizedTest
    @CsvSource({"0xFF, 1", "0x80, 1", "0x7F, 2", "0x40, 2", "0x10, 4", "0x01, 8", "0x00, 9", "-1, 1"})
    void the_first_byte_tells_the_width(String firstByte, int width) {
        assertThat(Vint.width(Integer.decode(firstByte))).isEqualTo(width);
    }

    @ParameterizedTest
    @CsvSource({"5, 1, 85", "5, 2, 4005", "300, 2, 412c", "300, 4, 1000012c", "5, 8, 0100000000000005"})
    void a_size_is_written_in_as_many_bytes_as_asked_for_and_reads_back(long size, int width, String hex) {
        ByteBuffer buffer = ByteBuffer.allocate(width);
        Vint.put(buffer, size, width);

        assertThat(HexFormat.of().formatHex(buffer.array())).isEqualTo(hex);
        assertThat(Vint.value(buffer.flip(), width)).isEqualTo(size);
    }

    @Test
    void a_size_of_which_every_bit_is_set_is_unknown() {
        assertThat(Vint.isUnknown(127, 1)).isTrue();
        assertThat(Vint.isUnknown(127, 2)).isFalse();
        assertThat(Vint.isUnknown(16_383, 2)).isTrue();
        assertThat(Vint.isUnknown(0, 1)).isFalse();
    }
}
