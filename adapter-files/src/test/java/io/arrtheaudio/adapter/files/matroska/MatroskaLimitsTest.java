package io.arrtheaudio.adapter.files.matroska;

import static io.arrtheaudio.adapter.files.matroska.Ebml.element;
import static io.arrtheaudio.adapter.files.matroska.Ebml.gap;
import static io.arrtheaudio.adapter.files.matroska.Ebml.join;
import static io.arrtheaudio.adapter.files.matroska.Ebml.text;
import static io.arrtheaudio.adapter.files.matroska.Ebml.uint;
import static io.arrtheaudio.adapter.files.matroska.MatroskaSample.CLUSTER;
import static io.arrtheaudio.adapter.files.matroska.MatroskaSample.INFO;
import static io.arrtheaudio.adapter.files.matroska.MatroskaSample.TAGS;
import static io.arrtheaudio.adapter.files.matroska.MatroskaSample.audio;
import static io.arrtheaudio.adapter.files.matroska.MatroskaSample.ebmlHeader;
import static io.arrtheaudio.adapter.files.matroska.MatroskaSample.flagDefault;
import static io.arrtheaudio.adapter.files.matroska.MatroskaSample.language;
import static io.arrtheaudio.adapter.files.matroska.MatroskaSample.tracks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrtheaudio.domain.failure.AudioFixException;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How much a header may hold, to the last byte. */
class MatroskaLimitsTest {

    private static final byte[] ENGLISH = audio(language("eng"));
    private static final byte[] JAPANESE = audio(language("jpn"));

    @RegisterExtension
    private final Planned planned = new Planned();

    @Test
    void ids_of_four_bytes_and_sizes_of_eight_are_the_longest() {
        assertThat(planned.recognises(headed(uint(Ids.EBML_MAX_ID_LENGTH, 4), uint(Ids.EBML_MAX_SIZE_LENGTH, 8))))
                .isTrue();
        isRefused(headed(uint(Ids.EBML_MAX_ID_LENGTH, 5)), "longer IDs or sizes");
        isRefused(headed(uint(Ids.EBML_MAX_SIZE_LENGTH, 9)), "longer IDs or sizes");
    }

    @Test
    void version_1_of_ebml_is_the_latest() {
        assertThat(planned.recognises(headed(uint(Ids.EBML_READ_VERSION, 1)))).isTrue();
        isRefused(headed(uint(Ids.EBML_READ_VERSION, 2)), "later version of EBML");
    }

    @Test
    void an_ebml_header_has_four_kibibytes_at_most() {
        byte[] docType = text(Ids.DOC_TYPE, "matroska");
        byte[] most = element(Ids.EBML, docType, gap(4_096 - docType.length));
        byte[] more = element(Ids.EBML, docType, gap(4_097 - docType.length));
        byte[] segment = element(Ids.SEGMENT, tracks(ENGLISH));

        assertThat(planned.recognises(join(most, segment))).isTrue();
        isRefused(join(more, segment), "claims 4097 bytes, more than any real one");
    }

    @Test
    void up_to_seven_voids_may_lie_before_the_segment() {
        byte[] segment = element(Ids.SEGMENT, tracks(ENGLISH), CLUSTER);
        byte[] seven = join(Collections.nCopies(7, gap(3)).toArray(byte[][]::new));

        assertThat(planned.tracks(join(ebmlHeader("webm"), seven, segment))).hasSize(1);
        fails(join(ebmlHeader("webm"), seven, gap(3), segment), "no Segment element behind the EBML header");
        fails(join(ebmlHeader("webm"), INFO, segment), "no Segment element at byte");
        fails(join(ebmlHeader("webm"), Ebml.unknownSize(Ids.VOID), segment), "no Segment element at byte");
    }

    @Test
    void a_thousand_elements_may_lie_before_the_first_cluster() {
        byte[] voids = join(Collections.nCopies(999, gap(2)).toArray(byte[][]::new));

        assertThat(planned.tracks(file(tracks(ENGLISH), voids, CLUSTER))).hasSize(1);
        fails(file(tracks(ENGLISH), voids, gap(2), CLUSTER), "more than 1000 elements");
    }

    @Test
    void a_thousand_tracks_are_read_but_no_more() {
        byte[] thousand = join(Collections.nCopies(1_000, ENGLISH).toArray(byte[][]::new));

        assertThat(planned.tracks(file(tracks(thousand), CLUSTER))).hasSize(1_000);
        fails(file(tracks(thousand, ENGLISH), CLUSTER), "it has 1001 tracks");
    }

    @Test
    void a_header_of_sixty_four_elements_is_repacked_but_no_larger_one() {
        byte[] tags = join(Collections.nCopies(62, TAGS).toArray(byte[][]::new));

        assertThat(planned.possible(file(tracks(ENGLISH, JAPANESE), tags, gap(3), CLUSTER), 2)
                        .patches())
                .hasSize(1);
        assertThat(planned.unsupported(file(tracks(ENGLISH, JAPANESE), tags, TAGS, gap(3), CLUSTER), 2))
                .contains("no room");
    }

    @Test
    void a_mebibyte_is_repacked_but_no_more() {
        byte[] tracks = tracks(ENGLISH, JAPANESE);
        int rest = (1 << 20) - tracks.length - 3;

        assertThat(planned.possible(file(tracks, sized(rest), gap(3), CLUSTER), 2)
                        .patches())
                .hasSize(1);
        assertThat(planned.unsupported(file(tracks, sized(rest + 1), gap(3), CLUSTER), 2))
                .contains("no room");
    }

    /** Attachments of so many bytes in all. */
    private static byte[] sized(int length) {
        return element(4, Ids.ATTACHMENTS, new byte[length - 8]);
    }

    @Test
    void only_elements_without_offsets_of_their_own_are_moved() {
        byte[] unknown = element(0x1234_5678L, new byte[3]);

        assertThat(planned.unsupported(file(tracks(ENGLISH, JAPANESE), unknown, gap(3), CLUSTER), 2))
                .contains("no room");
        assertThat(planned.unsupported(file(gap(3), unknown, tracks(ENGLISH, JAPANESE), CLUSTER), 2))
                .contains("no room");
        assertThat(planned.possible(file(gap(3), TAGS, tracks(ENGLISH, JAPANESE), CLUSTER), 2)
                        .method())
                .startsWith("repack");
    }

    @Test
    void sizes_may_take_all_eight_bytes_that_a_file_says_they_may() {
        byte[] header = headed(uint(Ids.EBML_MAX_SIZE_LENGTH, 8));

        assertThat(planned.possible(header, 2).patches()).isNotEmpty();
        assertThat(planned.unsupported(headed(uint(Ids.EBML_MAX_SIZE_LENGTH, 7)), 2))
                .contains("sizes of up to 7 bytes");
    }

    @Test
    void a_track_that_is_not_there_any_more_is_named() {
        byte[] file = file(tracks(ENGLISH, JAPANESE), CLUSTER);

        assertThatThrownBy(() -> planned.plan(file, 3))
                .isInstanceOf(AudioFixException.class)
                .hasMessageContaining("it has 2 audio tracks now, and audio 3 was chosen");
        assertThatThrownBy(() -> planned.plan(file, 0)).isInstanceOf(AudioFixException.class);
    }

    @Test
    void a_single_flag_is_told_as_one() {
        byte[] file = file(tracks(audio(flagDefault(1)), audio(flagDefault(1))), CLUSTER);

        assertThat(planned.possible(file, 2).method()).isEqualTo("flip 1 flag");
    }

    private static byte[] headed(byte[]... more) {
        byte[] header = element(Ids.EBML, text(Ids.DOC_TYPE, "matroska"), join(more));
        return join(header, element(8, Ids.SEGMENT, tracks(ENGLISH, JAPANESE), gap(9), CLUSTER));
    }

    private static byte[] file(byte[]... elements) {
        return join(ebmlHeader("matroska"), element(8, Ids.SEGMENT, elements));
    }

    private void isRefused(byte[] file, String... words) {
        assertThatThrownBy(() -> planned.recognises(file))
                .isInstanceOf(AudioFixException.class)
                .hasMessageContainingAll(words);
    }

    private void fails(byte[] file, String... words) {
        assertThatThrownBy(() -> planned.tracks(file))
                .isInstanceOf(AudioFixException.class)
                .hasMessageContainingAll(words);
    }
}
