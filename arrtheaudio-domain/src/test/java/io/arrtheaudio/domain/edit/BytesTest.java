package io.arrtheaudio.domain.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BytesTest {

    @Test
    void bytes_with_the_same_content_are_equal() {
        Bytes bytes = Bytes.of((byte) 0x88, (byte) 0x81, (byte) 1);
        assertThat(bytes).isEqualTo(Bytes.ofHex("88 81 01")).hasSameHashCodeAs(Bytes.ofHex("888101"));
        assertThat(bytes).isNotEqualTo(Bytes.ofHex("88 81 00")).isNotEqualTo(Bytes.ofHex("88 81"));
        assertThat(bytes).hasToString("88 81 01");
    }

    @Test
    void nobody_outside_can_change_them() {
        byte[] array = {1, 2, 3};
        Bytes bytes = Bytes.of(array);
        Bytes part = Bytes.of(array, 1, 3);
        array[1] = 9;
        bytes.toArray()[2] = 9;
        assertThat(bytes).hasToString("01 02 03");
        assertThat(part).hasToString("02 03");
    }

    @Test
    void a_part_must_lie_within_the_whole() {
        byte[] array = {1, 2, 3};
        assertThat(Bytes.of(array, 3, 3).size()).isZero();
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> Bytes.of(array, 1, 4));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> Bytes.of(array, 2, 1));
    }

    @Test
    void bytes_can_be_joined_and_looked_at() {
        Bytes joined = Bytes.ofHex("01").then(Bytes.ofHex("02 03"));
        assertThat(joined).isEqualTo(Bytes.ofHex("01 02 03"));
        assertThat(joined.size()).isEqualTo(3);
        assertThat(joined.at(2)).isEqualTo((byte) 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0g", "01 2"})
    void what_is_not_hexadecimal_is_refused(String hex) {
        assertThatIllegalArgumentException().isThrownBy(() -> Bytes.ofHex(hex));
    }
}
