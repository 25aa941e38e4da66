package io.arrtheaudio.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.arrtheaudio.domain.edit.EditPlan;
import io.arrtheaudio.domain.media.Container;
import io.arrtheaudio.domain.media.MediaFile;
import io.arrtheaudio.kit.Tracks;
import io.arrtheaudio.port.out.DefaultTrackPlanner;
import io.arrtheaudio.port.out.PlannedEdit;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FirstPossibleTest {

    private static final MediaFile FILM = new MediaFile(Path.of("film.mkv"), Container.MATROSKA, Tracks.three(1));
    private static final DefaultTrackPlanner CANNOT = (file, defaults) -> new PlannedEdit.Unsupported("no room");
    private static final DefaultTrackPlanner NOT_THERE = (file, defaults) -> new PlannedEdit.Unsupported("no tool");
    private static final DefaultTrackPlanner CAN =
            (file, defaults) -> new PlannedEdit.Possible(new EditPlan(List.of(), "easily"), "strong");
    private static final DefaultTrackPlanner UNASKED = (file, defaults) -> {
        throw new AssertionError("this one is not to be asked");
    };

    @Test
    void the_first_that_can_is_taken_and_no_other_is_asked() {
        assertThat(plan(CANNOT, CAN, UNASKED)).isInstanceOf(PlannedEdit.Possible.class);
    }

    @Test
    void if_none_can_all_their_reasons_are_told() {
        assertThat(plan(CANNOT, NOT_THERE)).isEqualTo(new PlannedEdit.Unsupported("no room; no tool"));
    }

    @Test
    void there_must_be_one() {
        assertThatIllegalArgumentException().isThrownBy(FirstPossible::new);
    }

    private static PlannedEdit plan(DefaultTrackPlanner... planners) {
        return new FirstPossible(planners).plan(FILM, Set.of(2));
    }
}
