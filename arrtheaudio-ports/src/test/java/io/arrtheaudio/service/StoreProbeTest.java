package io.arrtheaudio.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.domain.health.Level;
import io.arrtheaudio.port.out.JobStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StoreProbeTest {

    private static final Finding WELL = Finding.ok("database", "is well");
    private static final Finding ILL = Finding.problem("database", "the disk is full", "make room");

    private final Jobs world = new Jobs();
    private final AtomicBoolean isBroken = new AtomicBoolean();
    private final JobStore store = WorkDesk.failing(JobStore.class, world.stores.store(), "submit", isBroken::get);
    private final JobService jobs = new JobService(store, world.bulletin, world.signal, 100, world.library.clock);
    private final Workers workers = Workers.start(
            world.stores.queue(),
            world.runner(Jobs.fixing((file, options) -> {
                throw new AssertionError("there is no job");
            })),
            world.bulletin,
            world.signal,
            WorkerRules.DEFAULT,
            world.library.clock);
    private List<Finding> written = List.of(ILL);
    private final StoreProbe probe = new StoreProbe(
            jobs,
            new QueueProbe(store, workers, 100, Duration.ofMinutes(5), world.library.clock),
            () -> List.of(WELL),
            () -> written);

    @AfterEach
    void end() {
        workers.close();
    }

    @Test
    void what_the_store_refuses_is_told_at_once_until_something_can_be_written() {
        assertThat(probe.told()).extracting(Finding::level).containsExactly(Level.OK);
        assertThat(probe.examine()).containsExactly(WELL);
        refuse();

        assertThat(probe.told()).singleElement().satisfies(finding -> {
            assertThat(finding.level()).isEqualTo(Level.PROBLEM);
            assertThat(finding.found()).isEqualTo("cannot store what is received: cannot submit: the disk is gone");
        });
        assertThat(probe.examine()).containsExactly(ILL);
        assertThat(probe.told()).extracting(Finding::level).containsExactly(Level.PROBLEM);

        written = List.of(WELL);
        assertThat(probe.examine()).containsExactly(WELL);
        assertThat(probe.told()).extracting(Finding::level).containsExactly(Level.OK);
    }

    @Test
    void what_the_store_takes_afterwards_shows_that_it_works() {
        refuse();
        isBroken.set(false);

        jobs.submit(List.of());

        assertThat(probe.told()).extracting(Finding::level).containsExactly(Level.OK);
    }

    private void refuse() {
        isBroken.set(true);
        assertThatThrownBy(() -> jobs.submit(List.of())).isInstanceOf(AudioFixException.class);
    }
}
