package io.arrtheaudio.adapter.files.matroska;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Void elements as they are written. */
class GapTest {

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 127, 128, 129, 130, 16_384, 16_385, 16_386, 16_387, 70_000})
    void a_gap_is_one_void_element_of_just_that_length(int length) {
        ByteBuffer written = ByteBuffer.allocate(length);
        new Part.Gap(length).put(written);

        assertThat(written.hasRemaining()).isFalse();
        written.flip();
        assertThat(written.get()).isEqualTo((byte) Ids.VOID);
        int width = Vint.width(written.get(1));
        assertThat(Vint.value(written, width)).isEqualTo(written.remaining());
        assertThat(Part.Gap.headerLength(length)).isEqualTo(1 + width);
    }

    @Test
    void no_gap_writes_nothing() {
        ByteBuffer written = ByteBuffer.allocate(4);
        new Part.Gap(0).put(written);

        assertThat(written.position()).isZero();
        assertThat(Part.Gap.headerLength(0)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"9, 0, 0, 9", "9, -3, 0, 9", "9, 4, 4, 5", "9, 7, 7, 2", "9, 8, 9, 0", "9, 9, 9, 0", "9, 50, 9, 0"})
    void a_gap_gives_what_is_asked_for_or_goes_where_too_little_would_be_left(
            int length, int asked, int given, int left) {
        Part.Gap gap = new Part.Gap(length);

        assertThat(gap.shrink(asked)).isEqualTo(given);
        assertThat(gap.length()).isEqualTo(left);
    }

    @Test
    void what_stays_as_it_is_gives_nothing() {
        Part.Verbatim kept = new Part.Verbatim(new byte[7]);

        assertThat(kept.shrink(3)).isZero();
        assertThat(kept.length()).isEqualTo(7);
    }
}
