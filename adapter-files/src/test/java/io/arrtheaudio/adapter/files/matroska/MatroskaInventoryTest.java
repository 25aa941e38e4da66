package io.arrtheaudio.adapter.files.matroska;

import static io.arrtheaudio.adapter.files.matroska.Ebml.element;
import static io.arrtheaudio.adapter.files.matroska.Ebml.gap;
import static io.arrtheaudio.adapter.files.matroska.Ebml.join;
import static io.arrtheaudio.adapter.files.matroska.Ebml.text;
import static io.arrtheaudio.adapter.files.matroska.Ebml.unknownSize;
import static io.arrtheaudio.adapter.files.matroska.MatroskaSample.CLUSTER;
import static io.arrtheaudio.adapter.files.matroska.MatroskaSample.INFO;
import static io.arrtheaudio.adapter.files.matroska.MatroskaSample.audio;
import static io.arrtheaudio.adapter.files.matroska.MatroskaSample.tracks;
import static io.arrtheaudio.adapter.files.matroska.MatroskaSample.video;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Obstacle;
import io.arrtheaudio.domain.failure.Remedy;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What files built in code are said to hold, and where their parts end. */
class MatroskaInventoryTest {

    private static final byte[] TRACKS = tracks(audio());
    private static final String TRACK = "track 1: no codec";

    @RegisterExtension
    private final Planned planned = new Planned();

    @Test
    void codecs_of_tracks_are_told_with_what_belongs_to_them() {
        byte[] coded = audio(
                text(Ids.CODEC_ID, "A_AAC"),
                element(Ids.CODEC_PRIVATE, "123456789".getBytes(StandardCharsets.US_ASCII)));
        assertThat(listed(INFO, tracks(video(), coded, audio()), CLUSTER))
                .containsExactly(
                        "track 1: V_TEST", "track 2: A_AAC with CodecPrivate (9 B, cbf43926)", "track 3: no codec");
    }

    @Test
    void attachments_are_told_by_name_and_size_wherever_they_lie() {
        byte[] font = attached(text(Ids.FILE_NAME, "font.ttf"), element(Ids.FILE_DATA, new byte[300]));
        byte[] cover = attached(element(Ids.FILE_DATA, new byte[2]), text(Ids.FILE_NAME, "cover.jpg"));
        byte[] nameless = attached(text(0x4660, "image/png"));
        assertThat(listed(
                        TRACKS,
                        element(Ids.ATTACHMENTS, font, gap(9), cover),
                        CLUSTER,
                        element(Ids.ATTACHMENTS, nameless)))
                .containsExactly(
                        TRACK,
                        "attachment font.ttf (300 B)",
                        "attachment cover.jpg (2 B)",
                        "attachment without a name (0 B)");
    }

    @Test
    void tags_and_chapters_are_counted_over_all_places() {
        byte[] tag = element(Ids.TAG);
        byte[] atom = element(Ids.CHAPTER_ATOM);
        byte[] chapters =
                element(Ids.CHAPTERS, element(Ids.EDITION_ENTRY, atom, gap(2), atom), element(Ids.EDITION_ENTRY, atom));
        assertThat(listed(
                        TRACKS,
                        element(Ids.TAGS, tag, gap(5), tag),
                        chapters,
                        CLUSTER,
                        element(Ids.TAGS, tag),
                        element(Ids.CHAPTERS, element(Ids.EDITION_ENTRY, atom))))
                .containsExactly(TRACK, "file: tags 3", "file: chapters 4");
    }

    @Test
    void a_file_that_holds_nothing_beside_is_told_by_its_tracks() {
        assertThat(listed(TRACKS, element(Ids.TAGS), element(Ids.CHAPTERS), element(Ids.ATTACHMENTS), CLUSTER))
                .containsExactly(TRACK);
    }

    @Test
    void a_segment_that_does_not_tell_its_size_is_read_to_the_end_of_the_file() {
        byte[] file = new MatroskaSample()
                .add(TRACKS)
                .add(CLUSTER)
                .add(element(Ids.TAGS, element(Ids.TAG)))
                .withUnknownSize()
                .build();
        assertThat(listed(file)).containsExactly(TRACK, "file: tags 1");
    }

    @Test
    void what_lies_behind_an_element_that_does_not_tell_its_size_is_not_known() {
        byte[] endless = unknownSize(Ids.CLUSTER, element(Ids.TAGS, element(Ids.TAG)));
        assertThat(listed(TRACKS, element(Ids.TAGS, element(Ids.TAG)), endless)).containsExactly(TRACK, "file: tags 1");
    }

    @Test
    void a_segment_that_goes_on_behind_the_end_of_the_file_may_still_become_complete() {
        byte[] whole = file(TRACKS, CLUSTER);
        assertThatThrownBy(() -> listed(Arrays.copyOf(whole, whole.length - 1)))
                .isInstanceOfSatisfying(
                        AudioFixException.class, e -> assertThat(e.obstacle()).isEqualTo(Obstacle.UNFINISHED))
                .hasMessageContaining("its Segment claims to go on behind the file's end");
    }

    @Test
    void an_element_that_goes_on_behind_the_end_of_the_segment_is_damage() {
        byte[] file = join(file(TRACKS, CLUSTER), new byte[20]);
        int cluster = file.length - 20 - CLUSTER.length;
        assertThat(file[cluster + 4]).isEqualTo((byte) (0x80 + CLUSTER.length - 5));
        file[cluster + 4]++;
        isDamaged(file, "the element at byte " + cluster, "end of the Segment at byte " + (file.length - 20));
    }

    @Test
    void parts_of_attachments_that_reach_out_of_them_are_damage() {
        byte[] tooLong = {0x61, (byte) 0xA7, (byte) 0x82, 0};
        byte[] endless = unknownSize(Ids.ATTACHED_FILE);
        byte[] exact = {0x61, (byte) 0xA7, (byte) 0x80};
        isDamaged(file(TRACKS, element(Ids.ATTACHMENTS, tooLong), CLUSTER), "claims more bytes than its parent has");
        isDamaged(file(TRACKS, element(Ids.ATTACHMENTS, endless), CLUSTER), "claims more bytes than its parent has");
        assertThat(listed(TRACKS, element(Ids.ATTACHMENTS, exact), CLUSTER))
                .containsExactly(TRACK, "attachment without a name (0 B)");
    }

    @Test
    void a_name_of_more_than_four_kibibytes_is_damage() {
        byte[] longest = attached(text(Ids.FILE_NAME, "n".repeat(4_096)));
        byte[] longer = attached(text(Ids.FILE_NAME, "n".repeat(4_097)));
        assertThat(listed(TRACKS, element(Ids.ATTACHMENTS, longest), CLUSTER)).hasSize(2);
        isDamaged(file(TRACKS, element(Ids.ATTACHMENTS, longer), CLUSTER), "claims 4097 bytes, more than any real one");
    }

    @Test
    void ten_thousand_attachments_are_listed_but_no_more() {
        assertThat(listed(TRACKS, element(Ids.ATTACHMENTS, many(10_000)), CLUSTER))
                .hasSize(10_001);
        isDamaged(file(TRACKS, element(Ids.ATTACHMENTS, many(10_001)), CLUSTER), "there are too many");
    }

    private static byte[] many(int count) {
        return join(Collections.nCopies(count, attached()).toArray(byte[][]::new));
    }

    private static byte[] attached(byte[]... children) {
        return element(Ids.ATTACHED_FILE, children);
    }

    private static byte[] file(byte[]... elements) {
        MatroskaSample sample = new MatroskaSample();
        for (byte[] part : elements) {
            sample.add(part);
        }
        return sample.build();
    }

    private List<String> listed(byte[] first, byte[] second, byte[]... rest) {
        return listed(file(join(first, second, join(rest))));
    }

    private List<String> listed(byte[] file) {
        return planned.inventory(file);
    }

    private void isDamaged(byte[] file, String... words) {
        assertThatThrownBy(() -> listed(file))
                .isInstanceOfSatisfying(AudioFixException.class, e -> {
                    assertThat(e.remedy()).isEqualTo(Remedy.FIX_FILE);
                    assertThat(e.obstacle()).isEqualTo(Obstacle.NONE);
                })
                .hasMessageContainingAll(words);
    }
}
