package io.arrtheaudio.adapter.files.matroska;

import static io.arrtheaudio.adapter.files.matroska.Ebml.element;
import static io.arrtheaudio.adapter.files.matroska.Ebml.gap;
import static io.arrtheaudio.adapter.files.matroska.Ebml.join;
import static io.arrtheaudio.adapter.files.matroska.Ebml.text;
import static io.arrtheaudio.adapter.files.matroska.Ebml.uint;
import static io.arrtheaudio.adapter.files.matroska.Ebml.withCrc;
import static io.arrtheaudio.adapter.files.matroska.MatroskaSample.CLUSTER;
import static io.arrtheaudio.adapter.files.matroska.MatroskaSample.INFO;
import static io.arrtheaudio.adapter.files.matroska.MatroskaSample.audio;
import static io.arrtheaudio.adapter.files.matroska.MatroskaSample.ebmlHeader;
import static io.arrtheaudio.adapter.files.matroska.MatroskaSample.flagDefault;
import static io.arrtheaudio.adapter.files.matroska.MatroskaSample.language;
import static io.arrtheaudio.adapter.files.matroska.MatroskaSample.tracks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrtheaudio.domain.edit.EditPlan;
import io.arrtheaudio.domain.failure.AudioFixException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Files that would make a trusting program write to the wrong place; what cannot be changed safely is left alone. */
class TrickyMatroskaTest {

    private static final byte[] ENGLISH = audio(language("eng"));
    private static final byte[] JAPANESE = audio(language("jpn"));
    private static final byte[] EXPLICIT = tracks(audio(flagDefault(1)), audio(flagDefault(0)));
    private static final byte[] SECOND_FILE = join(ebmlHeader("matroska"), element(Ids.SEGMENT, EXPLICIT, CLUSTER));

    @RegisterExtension
    private final Planned planned = new Planned();

    private static byte[] segment(byte[]... elements) {
        return join(ebmlHeader("matroska"), element(8, Ids.SEGMENT, elements));
    }

    private static byte[] seek(long id, byte[] position) {
        return element(Ids.SEEK, uint(Ids.SEEK_ID, id, 4), position);
    }

    private static byte[] seek(long id, long position, int bytes) {
        return seek(id, uint(Ids.SEEK_POSITION, position, bytes));
    }

    private byte[] switchTo(int position, byte[] file) {
        EditPlan plan = planned.possible(file, position);
        byte[] changed = Planned.apply(plan, file);
        assertThat(planned.defaults(changed)).containsExactly(position);
        return changed;
    }

    private void leavesAlone(byte[] file, String... words) {
        assertThat(planned.unsupported(file, 2)).contains(words);
    }

    private void isDamaged(byte[] file, String... words) {
        assertThatThrownBy(() -> planned.plan(file, 2))
                .isInstanceOf(AudioFixException.class)
                .hasMessageContainingAll(words);
    }

    @Test
    void a_pointer_into_media_data_is_not_written_through() {
        byte[] block = element(Ids.CLUSTER, uint(0xE7, 0), element(0xA3, EXPLICIT));
        byte[] head = element(Ids.SEEK_HEAD, seek(Ids.TRACKS, 0, 4));
        int inside = head.length + block.length - EXPLICIT.length;
        byte[] pointing = element(Ids.SEEK_HEAD, seek(Ids.TRACKS, inside, 4));

        leavesAlone(segment(pointing, block), "inside another element");
    }

    @Test
    void a_pointer_into_an_attachment_behind_the_clusters_is_not_written_through() {
        byte[] attachment = element(Ids.ATTACHMENTS, EXPLICIT);
        byte[] head = element(Ids.SEEK_HEAD, seek(Ids.TRACKS, 0, 4));
        int inside = head.length + CLUSTER.length + attachment.length - EXPLICIT.length;
        byte[] pointing = element(Ids.SEEK_HEAD, seek(Ids.TRACKS, inside, 4));

        leavesAlone(segment(pointing, CLUSTER, attachment), "inside another element");
    }

    @Test
    void tracks_behind_clusters_of_unknown_size_cannot_be_told_from_media_data() {
        byte[] cluster = Ebml.unknownSize(Ids.CLUSTER, uint(0xE7, 0));
        byte[] head = element(Ids.SEEK_HEAD, seek(Ids.TRACKS, 0, 4));
        byte[] pointing = element(Ids.SEEK_HEAD, seek(Ids.TRACKS, head.length + cluster.length, 4));

        leavesAlone(segment(pointing, cluster, EXPLICIT), "inside another element");
    }

    @Test
    void tracks_behind_ten_thousand_clusters_are_still_found_to_lie_by_themselves() {
        byte[] cluster = element(Ids.CLUSTER, new byte[70]);
        byte[] clusters = join(Collections.nCopies(10_000, cluster).toArray(byte[][]::new));
        byte[] head = element(Ids.SEEK_HEAD, seek(Ids.TRACKS, 0, 4));
        byte[] pointing = element(Ids.SEEK_HEAD, seek(Ids.TRACKS, head.length + clusters.length, 4));

        switchTo(2, segment(pointing, clusters, EXPLICIT));
    }

    @Test
    void old_tracks_that_a_pointer_finds_in_a_void_stay_as_they_are() {
        byte[] old = element(Ids.VOID, EXPLICIT);
        byte[] head = element(Ids.SEEK_HEAD, seek(Ids.TRACKS, 0, 4));
        byte[] pointing =
                element(Ids.SEEK_HEAD, seek(Ids.TRACKS, head.length + old.length - (long) EXPLICIT.length, 4));

        assertThat(switchTo(2, segment(pointing, old, EXPLICIT, CLUSTER))).containsSequence(old);
    }

    @Test
    void tracks_that_reach_over_the_end_of_their_segment_are_damage() {
        byte[] whole = segment(INFO, EXPLICIT, CLUSTER);
        byte[] file = whole.clone();
        int size = ebmlHeader("matroska").length + 11;
        file[size] = (byte) (INFO.length + EXPLICIT.length - 1);

        isDamaged(file, "reaches over the end of its Segment");
    }

    @Test
    void tracks_behind_the_end_of_their_segment_are_damage() {
        byte[] head = element(Ids.SEEK_HEAD, seek(Ids.TRACKS, 0, 4));
        byte[] pointing = element(Ids.SEEK_HEAD, seek(Ids.TRACKS, head.length + (long) CLUSTER.length, 4));

        isDamaged(join(segment(pointing, CLUSTER), EXPLICIT), "reaches over the end of its Segment");
    }

    @Test
    void what_lies_behind_the_segment_is_not_touched() {
        byte[] first = segment(INFO, tracks(ENGLISH, JAPANESE), gap(20), CLUSTER);
        for (byte[] rest : new byte[][] {SECOND_FILE, new byte[100], "TAGtitle".getBytes(StandardCharsets.US_ASCII)}) {
            byte[] file = join(first, rest);

            byte[] changed = switchTo(2, file);

            assertThat(Arrays.copyOfRange(changed, first.length, file.length)).isEqualTo(rest);
        }
    }

    @Test
    void of_two_files_one_behind_the_other_the_first_is_changed() {
        byte[] endless = Ebml.unknownSize(Ids.SEGMENT, INFO, EXPLICIT, CLUSTER);
        byte[] first = join(ebmlHeader("matroska"), endless);

        byte[] changed = switchTo(2, join(first, SECOND_FILE));

        assertThat(Arrays.copyOfRange(changed, first.length, changed.length)).isEqualTo(SECOND_FILE);
    }

    @Test
    void a_position_of_no_or_too_many_bytes_keeps_elements_where_they_are() {
        for (byte[] position : new byte[][] {
            element(Ids.SEEK_POSITION),
            element(Ids.SEEK_POSITION, new byte[8], new byte[] {60}),
            join(uint(Ids.SEEK_POSITION, 60), uint(Ids.SEEK_POSITION, 60))
        }) {
            byte[] head = element(Ids.SEEK_HEAD, seek(Ids.INFO, position));

            leavesAlone(segment(head, gap(40), INFO, tracks(ENGLISH, JAPANESE), CLUSTER), "no room");
        }
    }

    @Test
    void a_checksum_in_an_unusual_place_of_the_seek_head_keeps_elements_where_they_are() {
        byte[] sum = withCrc();
        byte[] entry = seek(Ids.INFO, 60, 4);
        for (byte[] content : new byte[][] {
            join(entry, sum),
            join(gap(2), sum, entry),
            element(Ids.SEEK, withCrc(uint(Ids.SEEK_ID, Ids.INFO, 4), uint(Ids.SEEK_POSITION, 60, 4)))
        }) {
            byte[] head = element(Ids.SEEK_HEAD, content);

            leavesAlone(segment(head, gap(40), INFO, tracks(ENGLISH, JAPANESE), CLUSTER), "no room");
        }
    }

    @Test
    void a_position_too_narrow_for_the_new_place_keeps_elements_where_they_are() {
        byte[] tracks = tracks(ENGLISH, audio(text(Ids.NAME, "n".repeat(197))));
        byte[] head = element(Ids.SEEK_HEAD, seek(Ids.TAGS, 0, 1));
        int at = head.length + tracks.length;
        assertThat(at).isEqualTo(250);
        byte[] pointing = element(Ids.SEEK_HEAD, seek(Ids.TAGS, at, 1));
        byte[] large = element(Ids.TAGS, new byte[900_000]);
        byte[] voids = join(Collections.nCopies(59, gap(200)).toArray(byte[][]::new));

        leavesAlone(segment(pointing, tracks, large, voids, CLUSTER), "no room");
    }

    @Test
    void an_index_of_all_clusters_behind_them_is_no_damage() {
        byte[] entries =
                join(Collections.nCopies(12_000, seek(Ids.CLUSTER, 77, 4)).toArray(byte[][]::new));
        byte[] clusterIndex = element(Ids.SEEK_HEAD, entries);
        byte[] head = element(Ids.SEEK_HEAD, seek(Ids.SEEK_HEAD, 0, 4));
        long at = head.length + EXPLICIT.length + (long) CLUSTER.length;
        byte[] pointing = element(Ids.SEEK_HEAD, seek(Ids.SEEK_HEAD, at, 4));

        switchTo(2, segment(pointing, EXPLICIT, CLUSTER, clusterIndex));
    }

    @Test
    void a_pointer_to_a_damaged_second_seek_head_does_no_harm() {
        byte[] damaged = element(Ids.SEEK_HEAD, new byte[] {(byte) 0x4D, (byte) 0xBB, (byte) 0xFE});
        byte[] head = element(Ids.SEEK_HEAD, seek(Ids.SEEK_HEAD, 0, 4));
        long at = head.length + EXPLICIT.length + (long) CLUSTER.length;
        byte[] pointing = element(Ids.SEEK_HEAD, seek(Ids.SEEK_HEAD, at, 4));

        switchTo(2, segment(pointing, EXPLICIT, CLUSTER, damaged));
    }

    @Test
    void a_checksum_anywhere_in_the_segment_is_left_alone() {
        leavesAlone(segment(INFO, withCrc(), EXPLICIT, CLUSTER), "checksum over the whole file");
    }

    @Test
    void a_checksum_in_an_unusual_place_of_tracks_or_a_track_is_left_alone() {
        byte[] late = element(Ids.TRACK_ENTRY, uint(Ids.TRACK_NUMBER, 1), withCrc(uint(Ids.TRACK_TYPE, 2)));

        leavesAlone(segment(tracks(ENGLISH, withCrc(JAPANESE)), gap(50), CLUSTER), "not where it must be");
        leavesAlone(segment(tracks(late, JAPANESE), gap(50), CLUSTER), "not where it must be");
    }

    @Test
    void a_wrong_checksum_inside_a_track_is_damage() {
        byte[] checked = element(Ids.TRACK_ENTRY, withCrc(uint(Ids.TRACK_TYPE, 2), language("eng")));
        checked[checked.length - 1] ^= 1;

        isDamaged(segment(tracks(checked, JAPANESE), gap(50), CLUSTER), "checksum", "is wrong");
    }

    @Test
    void a_wrong_checksum_of_the_seek_head_keeps_elements_where_they_are() {
        byte[] head = element(Ids.SEEK_HEAD, withCrc(seek(Ids.INFO, 60, 4)));
        head[head.length - 1] ^= 1;

        leavesAlone(segment(head, gap(40), INFO, tracks(ENGLISH, JAPANESE), CLUSTER), "no room");
    }

    @Test
    void a_seek_head_behind_tracks_or_one_that_names_another_keeps_elements_where_they_are() {
        byte[] head = element(Ids.SEEK_HEAD, seek(Ids.INFO, 60, 4));
        byte[] naming = element(Ids.SEEK_HEAD, seek(Ids.SEEK_HEAD, 999_999, 4));

        leavesAlone(segment(gap(40), INFO, tracks(ENGLISH, JAPANESE), head, CLUSTER), "no room");
        leavesAlone(segment(naming, gap(40), INFO, tracks(ENGLISH, JAPANESE), CLUSTER), "no room");
    }

    @Test
    void what_follows_tracks_must_end_within_the_segment_too() {
        byte[] whole = segment(EXPLICIT, INFO);
        byte[] file = join(whole, new byte[20]);
        int size = ebmlHeader("matroska").length + 11;
        file[size]--;

        isDamaged(file, "reaches over the end of its Segment at byte " + (whole.length - 1));
    }

    @Test
    void a_flag_or_type_that_readers_do_not_agree_on_is_left_alone() {
        byte[] long9 = element(Ids.FLAG_DEFAULT, new byte[] {1, 0, 0, 0, 0, 0, 0, 0, 0});
        byte[] type9 = element(Ids.TRACK_TYPE, new byte[9]);
        byte[] long8 = uint(Ids.FLAG_DEFAULT, 1, 8);

        switchTo(2, segment(tracks(audio(long8), JAPANESE), gap(50), CLUSTER));

        leavesAlone(segment(tracks(ENGLISH, JAPANESE, audio(long9)), gap(50), CLUSTER), "readers do not agree");
        leavesAlone(segment(tracks(ENGLISH, JAPANESE, audio(uint(Ids.TRACK_TYPE, 1))), gap(50), CLUSTER), "agree");
        leavesAlone(segment(tracks(ENGLISH, JAPANESE, element(Ids.TRACK_ENTRY, type9)), gap(50), CLUSTER), "agree");
    }

    @Test
    void void_elements_and_unknown_ones_inside_a_track_stay_as_they_are() {
        byte[] gap = gap(7);
        Arrays.fill(gap, 2, 7, (byte) 0xAE);
        byte[] encodings = element(0x6D80, element(0x6240, gap, withCrc(uint(0x5031, 0))));
        byte[] unknown = element(0x7ABC, new byte[] {1, 2, 3});
        byte[] file = segment(tracks(audio(gap, encodings, unknown), audio(encodings)), gap(30), CLUSTER);

        byte[] changed = switchTo(2, file);

        assertThat(changed).containsSequence(join(gap, encodings, unknown)).containsSequence(encodings);
    }

    @Test
    void tracks_of_one_number_are_told_apart_by_their_order() {
        byte[] same = join(uint(0x73C5, 7), language("eng"));

        switchTo(2, segment(tracks(audio(same), audio(same), audio(same)), gap(50), CLUSTER));
    }

    @Test
    void sizes_never_become_longer_than_the_file_says_they_may_be() {
        byte[] header =
                element(Ids.EBML, text(Ids.DOC_TYPE, "matroska"), uint(Ids.EBML_MAX_SIZE_LENGTH, 1), uint(0x4285, 2));
        byte[] file = join(header, element(1, Ids.SEGMENT, tracks(ENGLISH, JAPANESE), gap(4), CLUSTER));

        leavesAlone(file, "sizes of up to 1 bytes");
    }

    @Test
    void a_later_version_of_ebml_is_not_guessed_at() {
        byte[] header = element(Ids.EBML, uint(0x42F7, 2), text(Ids.DOC_TYPE, "matroska"));

        assertThatThrownBy(() -> planned.recognises(join(header, segment(EXPLICIT))))
                .isInstanceOf(AudioFixException.class)
                .hasMessageContaining("version");
    }

    @Test
    void a_tracks_element_that_does_not_tell_its_size_is_named_as_such() {
        isDamaged(segment(INFO, Ebml.unknownSize(Ids.TRACKS, ENGLISH, JAPANESE)), "does not tell its size");
        isDamaged(
                segment(tracks(ENGLISH, audio(Ebml.unknownSize(Ids.AUDIO, uint(Ids.CHANNELS, 2)))), gap(9), CLUSTER),
                "more bytes than its parent has");
    }
}
