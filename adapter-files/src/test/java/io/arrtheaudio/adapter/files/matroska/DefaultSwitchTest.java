package io.arrtheaudio.adapter.files.matroska;

import static io.arrtheaudio.adapter.files.matroska.Ebml.element;
import static io.arrtheaudio.adapter.files.matroska.Ebml.gap;
import static io.arrtheaudio.adapter.files.matroska.Ebml.join;
import static io.arrtheaudio.adapter.files.matroska.Ebml.uint;
import static io.arrtheaudio.adapter.files.matroska.Ebml.withCrc;
import static io.arrtheaudio.adapter.files.matroska.MatroskaSample.CLUSTER;
import static io.arrtheaudio.adapter.files.matroska.MatroskaSample.CUES;
import static io.arrtheaudio.adapter.files.matroska.MatroskaSample.INFO;
import static io.arrtheaudio.adapter.files.matroska.MatroskaSample.TAGS;
import static io.arrtheaudio.adapter.files.matroska.MatroskaSample.audio;
import static io.arrtheaudio.adapter.files.matroska.MatroskaSample.flagDefault;
import static io.arrtheaudio.adapter.files.matroska.MatroskaSample.language;
import static io.arrtheaudio.adapter.files.matroska.MatroskaSample.tracks;
import static io.arrtheaudio.adapter.files.matroska.MatroskaSample.video;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrtheaudio.domain.edit.EditPlan;
import io.arrtheaudio.domain.edit.Patch;
import io.arrtheaudio.domain.failure.AudioFixException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every way to find room, from two flipped bytes to a repacked header (DESIGN: "Changing a file"). */
class DefaultSwitchTest {

    private static final byte[] ENGLISH = audio(language("eng"));
    private static final byte[] JAPANESE = audio(language("jpn"));

    @RegisterExtension
    private final Planned planned = new Planned();

    private static byte[] file(byte[]... elements) {
        MatroskaSample sample = new MatroskaSample();
        for (byte[] part : elements) {
            sample.add(part);
        }
        return sample.build();
    }

    private EditPlan switchTo(int position, byte[] file) {
        EditPlan plan = planned.possible(file, position);
        byte[] changed = Planned.apply(plan, file);
        assertThat(changed).hasSameSizeAs(file);
        assertThat(planned.defaults(changed)).containsExactly(position);
        assertThat(planned.possible(changed, position).patches()).isEmpty();
        assertThat(Planned.apply(plan.inverse(), changed)).isEqualTo(file);
        return plan;
    }

    @Test
    void explicit_flags_are_flipped_in_place_the_new_default_first() {
        byte[] file = file(
                INFO,
                tracks(audio(language("eng"), flagDefault(1)), video(), audio(language("jpn"), flagDefault(0))),
                CLUSTER);

        EditPlan plan = switchTo(2, file);

        assertThat(plan.method()).isEqualTo("flip 2 flags");
        assertThat(plan.patches()).extracting(Patch::toString).hasSize(2);
        assertThat(plan.patches().get(0).becomes().at(0)).isEqualTo((byte) 1);
        assertThat(plan.patches().get(1).becomes().at(0)).isEqualTo((byte) 0);
        assertThat(plan.size()).isEqualTo(2);
    }

    @Test
    void a_track_that_is_right_needs_no_patch() {
        byte[] file = file(tracks(ENGLISH, audio(language("jpn"), flagDefault(0))), CLUSTER);

        assertThat(planned.possible(file, 1).patches()).isEmpty();
    }

    @Test
    void a_flag_with_a_checksum_above_it_is_flipped_together_with_the_checksum() {
        byte[] entries = join(audio(flagDefault(1)), audio(flagDefault(0)));
        byte[] file = file(element(Ids.TRACKS, withCrc(entries)), CLUSTER);

        EditPlan plan = switchTo(2, file);

        assertThat(plan.patches()).hasSize(1);
        byte[] changed = Planned.apply(plan, file);
        assertThat(switchTo(1, changed).patches()).hasSize(1); // planning verifies the checksum first
    }

    @Test
    void three_bytes_are_taken_from_the_void_behind_tracks() {
        byte[] file = file(INFO, tracks(ENGLISH, JAPANESE), gap(100), CLUSTER);

        EditPlan plan = switchTo(2, file);

        assertThat(plan.method()).isEqualTo("write Tracks anew in its place");
    }

    @Test
    void what_lies_in_the_void_behind_tracks_is_not_touched() {
        byte[] gap = gap(300);
        java.util.Arrays.fill(gap, 10, 300, (byte) 7);

        EditPlan plan = switchTo(2, file(INFO, tracks(ENGLISH, JAPANESE), gap, CLUSTER));

        assertThat(plan.size()).isLessThan(tracks(ENGLISH, JAPANESE).length + 10);
    }

    @Test
    void a_void_that_would_leave_one_byte_is_used_up_by_a_longer_size_field() {
        for (int voidLength : new int[] {3, 4, 5, 6}) {
            switchTo(2, file(INFO, tracks(ENGLISH, JAPANESE), gap(voidLength), CLUSTER));
        }
    }

    @Test
    void an_over_long_size_field_of_the_track_itself_gives_the_bytes_and_nothing_else_moves() {
        byte[] file = file(INFO, tracks(audio(8, language("eng")), audio(8, language("jpn"))), CLUSTER);

        EditPlan plan = switchTo(2, file);

        assertThat(plan.size()).isLessThan(audio(8, language("eng")).length);
    }

    @Test
    void an_over_long_size_field_of_another_track_gives_the_bytes() {
        switchTo(2, file(tracks(ENGLISH, JAPANESE, element(8, Ids.TRACK_ENTRY, uint(Ids.TRACK_NUMBER, 3))), CLUSTER));
    }

    @Test
    void an_over_long_size_field_of_tracks_gives_the_bytes() {
        switchTo(2, file(element(8, Ids.TRACKS, ENGLISH, JAPANESE), CLUSTER));
    }

    @Test
    void a_byte_left_over_goes_into_the_size_of_a_track_where_that_of_tracks_is_as_long_as_can_be() {
        byte[] four = join(ENGLISH, JAPANESE, ENGLISH, ENGLISH);
        byte[] full = join(audio(8, language("eng")), audio(8, language("jpn")));

        switchTo(2, file(element(8, Ids.TRACKS, four), gap(10), CLUSTER));
        switchTo(2, file(element(8, Ids.TRACKS, full, four), gap(2), CLUSTER));
    }

    @Test
    void a_void_inside_tracks_gives_the_bytes() {
        for (int voidLength : new int[] {3, 4, 5, 9}) {
            switchTo(2, file(tracks(ENGLISH, gap(voidLength), JAPANESE), CLUSTER));
        }
    }

    @Test
    void the_flag_of_the_new_default_goes_where_only_that_makes_room() {
        byte[] file = file(tracks(ENGLISH, audio(language("jpn"), flagDefault(0))), CLUSTER);

        switchTo(2, file);
    }

    @Test
    void the_checksum_goes_where_only_that_makes_room() {
        byte[] file = file(element(Ids.TRACKS, withCrc(ENGLISH, JAPANESE)), CLUSTER);

        EditPlan plan = switchTo(2, file);

        assertThat(plan.method()).isEqualTo("write Tracks anew in its place");
    }

    @Test
    void an_empty_flag_counts_as_set_and_is_written_out() {
        byte[] empty = element(Ids.FLAG_DEFAULT);
        byte[] file = file(tracks(audio(empty), audio(empty)), gap(20), CLUSTER);

        assertThat(planned.defaults(file)).containsExactly(1, 2);
        switchTo(2, file);
    }

    @Test
    void a_flag_of_more_than_one_byte_keeps_its_length() {
        byte[] file =
                file(tracks(audio(uint(Ids.FLAG_DEFAULT, 0x0100, 2)), audio(uint(Ids.FLAG_DEFAULT, 0, 4))), CLUSTER);

        assertThat(planned.defaults(file)).containsExactly(1);
        switchTo(2, file);
    }

    @Test
    void a_checksum_inside_a_track_is_brought_up_to_date() {
        byte[] checked = element(Ids.TRACK_ENTRY, withCrc(uint(Ids.TRACK_TYPE, 2), language("eng")));
        byte[] file = file(tracks(checked, JAPANESE), gap(50), CLUSTER);

        byte[] changed = Planned.apply(switchTo(2, file), file);

        switchTo(1, changed); // planning verifies every checksum first
    }

    @Test
    void a_void_further_away_gives_the_bytes_and_the_seek_head_follows() {
        byte[] file = new MatroskaSample()
                .addSeekHead(true)
                .add(gap(40))
                .add(INFO)
                .add(tracks(ENGLISH, JAPANESE))
                .add(TAGS)
                .add(CLUSTER)
                .build();

        EditPlan plan = switchTo(2, file);

        assertThat(plan.method()).isEqualTo("repack the header before the media data");
        SeekHeads.assertPointToTheirElements(Planned.apply(plan, file), planned);
    }

    @Test
    void a_void_behind_the_next_elements_gives_the_bytes_and_the_seek_head_follows() {
        byte[] file = new MatroskaSample()
                .addSeekHead(false)
                .add(INFO)
                .add(tracks(ENGLISH, JAPANESE))
                .add(TAGS)
                .add(CUES)
                .add(gap(3))
                .add(CLUSTER)
                .build();

        EditPlan plan = switchTo(2, file);

        assertThat(plan.method()).isEqualTo("repack the header before the media data");
        SeekHeads.assertPointToTheirElements(Planned.apply(plan, file), planned);
    }

    @Test
    void of_two_voids_the_one_that_moves_fewer_bytes_is_taken() {
        byte[] large = element(Ids.TAGS, new byte[500]);
        byte[] near = join(tracks(ENGLISH, JAPANESE), TAGS, gap(9));

        assertThat(switchTo(2, file(gap(9), large, near, CLUSTER)).size()).isLessThanOrEqualTo(near.length);
        assertThat(switchTo(2, file(gap(9), TAGS, tracks(ENGLISH, JAPANESE), large, gap(9), CLUSTER))
                        .size())
                .isLessThanOrEqualTo(near.length);
    }

    @Test
    void positions_of_eight_bytes_follow_too() {
        byte[] file = new MatroskaSample()
                .addSeekHead(false)
                .withPositionsOf(8)
                .add(gap(40))
                .add(INFO)
                .add(tracks(ENGLISH, JAPANESE))
                .add(CLUSTER)
                .build();

        SeekHeads.assertPointToTheirElements(Planned.apply(switchTo(2, file), file), planned);
    }

    @Test
    void without_any_room_the_answer_names_the_tool_that_would_do_it() {
        byte[] file = new MatroskaSample()
                .addSeekHead(false)
                .add(INFO)
                .add(tracks(ENGLISH, JAPANESE))
                .add(CLUSTER)
                .build();

        assertThat(planned.unsupported(file, 2)).contains("no room", "mkvpropedit");
    }

    @Test
    void tracks_behind_the_clusters_are_edited_where_they_are() {
        byte[] file = new MatroskaSample()
                .addSeekHead(false)
                .add(INFO)
                .add(CLUSTER)
                .add(tracks(audio(language("eng"), flagDefault(1)), audio(language("jpn"), flagDefault(0))))
                .build();

        assertThat(switchTo(2, file).method()).isEqualTo("flip 2 flags");
    }

    @Test
    void tracks_behind_the_clusters_without_room_are_left_alone() {
        byte[] file = new MatroskaSample()
                .addSeekHead(false)
                .add(gap(100))
                .add(CLUSTER)
                .add(tracks(ENGLISH, JAPANESE))
                .build();

        assertThat(planned.unsupported(file, 2)).contains("no room");
    }

    @Test
    void a_second_tracks_element_is_left_alone() {
        byte[] file = file(tracks(ENGLISH, JAPANESE), tracks(ENGLISH), gap(50), CLUSTER);

        assertThat(planned.unsupported(file, 2)).contains("second Tracks");
    }

    @Test
    void a_second_seek_head_keeps_elements_where_they_are() {
        byte[] file = new MatroskaSample()
                .addSeekHead(false)
                .add(gap(40))
                .add(INFO)
                .add(tracks(ENGLISH, JAPANESE))
                .add(CLUSTER)
                .add(element(Ids.SEEK_HEAD, element(Ids.SEEK, uint(Ids.SEEK_ID, Ids.INFO, 4), uint(0x53AC, 5))))
                .build();

        assertThat(planned.unsupported(file, 2)).contains("no room");
    }

    @Test
    void a_flag_that_is_there_twice_is_left_alone() {
        byte[] file = file(tracks(audio(flagDefault(1), flagDefault(1)), JAPANESE), gap(50), CLUSTER);

        assertThat(planned.unsupported(file, 2)).contains("twice");
    }

    @Test
    void a_checksum_over_the_whole_segment_is_left_alone() {
        byte[] file = file(withCrc(), tracks(ENGLISH, JAPANESE), gap(50), CLUSTER);

        assertThat(planned.unsupported(file, 2)).contains("checksum over the whole file");
    }

    @Test
    void a_wrong_checksum_is_damage_and_not_painted_over() {
        byte[] tracks = element(Ids.TRACKS, withCrc(audio(flagDefault(1)), audio(flagDefault(0))));
        tracks[tracks.length - 1] ^= 1;
        byte[] file = file(tracks, CLUSTER);

        assertThatThrownBy(() -> planned.plan(file, 1))
                .isInstanceOf(AudioFixException.class)
                .hasMessageContaining("checksum");
    }

    @Test
    void a_file_that_is_cut_off_is_read_but_not_planned_for() {
        byte[] whole = file(tracks(ENGLISH, JAPANESE), gap(50), CLUSTER, CLUSTER);
        byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 10);

        assertThat(planned.defaults(cut)).containsExactly(1, 2);
        assertThatThrownBy(() -> planned.plan(cut, 2))
                .isInstanceOf(AudioFixException.class)
                .hasMessageContaining("complete");
    }

    @Test
    void subtitle_and_video_flags_are_not_touched() {
        byte[] subtitle = element(Ids.TRACK_ENTRY, uint(Ids.TRACK_TYPE, 17), flagDefault(1));
        byte[] file = file(tracks(subtitle, video(), ENGLISH, JAPANESE), gap(30), CLUSTER);

        byte[] changed = Planned.apply(switchTo(2, file), file);

        assertThat(changed).containsSubsequence(subtitle).containsSubsequence(video());
    }
}
