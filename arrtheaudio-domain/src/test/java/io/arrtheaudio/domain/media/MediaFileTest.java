package io.arrtheaudio.domain.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.arrtheaudio.domain.language.Language;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaFileTest {

    @Test
    void tracks_are_counted_from_one_without_a_gap() {
        AudioTrack second = new AudioTrack(2, Language.UNDETERMINED, "", "aac", 2, Set.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tracks.fileOf(List.of(second)))
                .withMessageContaining("audio track 1")
                .withMessageContaining("position 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AudioTrack(0, Language.UNDETERMINED, "", "aac", 2, Set.of()))
                .withMessageContaining("counted from 1");
    }

    @Test
    void a_track_has_no_negative_number_of_channels() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AudioTrack(1, Language.UNDETERMINED, "", "aac", -1, Set.of()))
                .withMessageContaining("channels was -1");
    }

    @Test
    void flags_changed_later_by_the_caller_do_not_count() {
        EnumSet<TrackFlag> flags = EnumSet.of(TrackFlag.DEFAULT);
        AudioTrack track = new AudioTrack(1, Language.UNDETERMINED, "", "aac", 2, flags);
        flags.add(TrackFlag.COMMENTARY);
        assertThat(track.is(TrackFlag.DEFAULT)).isTrue();
        assertThat(track.role()).isEqualTo(TrackRole.MAIN);
    }

    @ParameterizedTest
    @CsvSource({
        "a.mkv, MATROSKA",
        "A.MKV, MATROSKA",
        "a.webm, MATROSKA",
        "a.b.Mp4, MP4",
        "a.m4v, MP4",
        "a.mov, MP4",
        "mkv, MATROSKA"
    })
    void a_name_promises_a_container_in_any_letter_case(String name, Container container) {
        assertThat(Container.promisedBy(name)).contains(container);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.avi", "a.ts", "a.mkv.part", "a.", "", "a.mkv "})
    void other_names_promise_nothing(String name) {
        assertThat(Container.promisedBy(name)).isEqualTo(Optional.empty());
    }
}
