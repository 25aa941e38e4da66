package io.arrtheaudio.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.kit.RecordingTelemetry;
import io.arrtheaudio.port.out.Happening;
import org.junit.jupiter.api.Test;

class StoreTroubleTest {

    private final RecordingTelemetry telemetry = new RecordingTelemetry();
    private final StoreTrouble trouble = new StoreTrouble("take up jobs", new JobTally(telemetry));

    @Test
    void it_is_news_once_however_often_it_is_met() {
        assertThat(met("it is locked")).isTrue();
        assertThat(met("it is locked")).isFalse();
        assertThat(met("the disk is full")).isFalse();

        assertThat(trouble.problem()).contains("cannot take up jobs: the disk is full");
    }

    @Test
    void after_it_was_over_it_is_news_again() {
        met("it is locked");
        trouble.over();

        assertThat(trouble.problem()).isEmpty();
        assertThat(met("it is locked")).isTrue();
    }

    @Test
    void it_is_counted_each_time_and_what_the_store_did_not_foresee_is_a_bug() {
        met("it is locked");
        met("it is locked");
        trouble.met(new IllegalStateException("a hole in the table"));

        assertThat(telemetry.happenings())
                .containsExactly(
                        new Happening.Troubled(Remedy.RETRY_LATER, Happening.Component.QUEUE),
                        new Happening.Troubled(Remedy.RETRY_LATER, Happening.Component.QUEUE),
                        new Happening.Troubled(Remedy.REPORT_BUG, Happening.Component.QUEUE));
    }

    @Test
    void what_was_seen_to_be_over_is_not_what_came_since() {
        met("it is locked");
        String seen = trouble.problem().orElseThrow();
        met("the disk is full");

        trouble.over(seen);
        assertThat(trouble.problem()).contains("cannot take up jobs: the disk is full");

        trouble.over("cannot take up jobs: the disk is full");
        assertThat(trouble.problem()).isEmpty();
    }

    private boolean met(String problem) {
        return trouble.met(Library.failure(Remedy.RETRY_LATER, problem));
    }
}
