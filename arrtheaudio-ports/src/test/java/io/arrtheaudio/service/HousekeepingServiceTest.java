package io.arrtheaudio.service;

import static io.arrtheaudio.kit.SampleJobs.manuals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.domain.job.Settlement;
import io.arrtheaudio.domain.journal.EntryState;
import io.arrtheaudio.domain.journal.JournalQuery;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.title.KnownLanguage;
import io.arrtheaudio.kit.InMemoryAuditLog;
import io.arrtheaudio.kit.InMemoryEditJournal;
import io.arrtheaudio.kit.InMemoryLanguageCache;
import io.arrtheaudio.kit.InMemoryOwnerLocks;
import io.arrtheaudio.kit.SampleChange;
import io.arrtheaudio.kit.SampleJobs;
import io.arrtheaudio.port.in.Housekeeping.CleanUp;
import io.arrtheaudio.port.in.Housekeeping.Forgotten;
import io.arrtheaudio.port.out.ClaimRule;
import io.arrtheaudio.port.out.JobStore;
import io.arrtheaudio.port.out.Leftovers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HousekeepingServiceTest {

    private final WorkDesk desk = new WorkDesk();
    private final InMemoryAuditLog audit = new InMemoryAuditLog();
    private final InMemoryLanguageCache answers = new InMemoryLanguageCache();
    private final InMemoryEditJournal journal = new InMemoryEditJournal(new InMemoryOwnerLocks());
    private final Map<Path, Boolean> left = new TreeMap<>();
    private final HousekeepingService service = service(desk.stores.store());

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void what_ended_is_forgotten_after_its_time_and_what_failed_after_a_longer_one() {
        settled(3, SampleJobs.done());
        settled(2, SampleJobs.gaveUp());
        desk.jobs(100).submit(manuals("pending", 1));

        desk.clock.advance(Duration.ofDays(30));
        assertThat(service.cleanUp()).isEqualTo(jobs(0));
        desk.clock.advance(Duration.ofMillis(1));
        assertThat(service.cleanUp()).isEqualTo(jobs(3));
        desk.clock.advance(Duration.ofDays(60));
        assertThat(service.cleanUp()).isEqualTo(jobs(2));
        assertThat(desk.jobs(100).figures().count(JobState.QUEUED)).isEqualTo(1);
    }

    @Test
    void an_age_that_somebody_asks_for_counts_for_all_jobs_and_not_for_the_audit() {
        settled(1, SampleJobs.done());
        settled(1, SampleJobs.gaveUp());
        note();
        desk.clock.advance(Duration.ofDays(1));

        assertThat(service.cleanUp(olderThan(Duration.ofHours(1)).counted())).isEqualTo(jobs(2));
        assertThat(service.cleanUp(olderThan(Duration.ofHours(1)))).isEqualTo(jobs(2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> olderThan(Duration.ofDays(-1)))
                .withMessageContaining("negative");
    }

    @Test
    void who_asked_for_what_is_forgotten_after_its_time() {
        note();
        desk.clock.advance(Duration.ofDays(89));
        note();
        desk.clock.advance(Duration.ofDays(2));

        assertThat(service.cleanUp()).isEqualTo(new Forgotten(0, 1, 0, 0, 0));
    }

    @Test
    void much_is_forgotten_to_the_last_in_steps() {
        settled(2_500, SampleJobs.done());
        desk.clock.advance(Duration.ofDays(31));
        AtomicInteger steps = new AtomicInteger();
        JobStore counted = WorkDesk.failing(JobStore.class, desk.stores.store(), "forget", () -> {
            steps.incrementAndGet();
            return false;
        });

        assertThat(service(counted).cleanUp().jobs()).isEqualTo(2_500);
        assertThat(steps).hasValue(4);
    }

    @Test
    void only_jobs_that_ended_as_somebody_says_are_forgotten() {
        settled(1, SampleJobs.done());
        settled(2, SampleJobs.gaveUp());
        desk.clock.advance(Duration.ofDays(1));
        CleanUp failed = new CleanUp(Optional.of(Duration.ZERO), Set.of(JobState.FAILED), Optional.empty(), false);

        assertThat(service.cleanUp(failed)).isEqualTo(jobs(2));
        assertThat(desk.jobs(100).figures().count(JobState.COMPLETED)).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CleanUp(Optional.empty(), Set.of(JobState.QUEUED), Optional.empty(), false))
                .withMessageContaining("ends of jobs");
    }

    @Test
    void answers_that_do_not_hold_any_more_go_when_somebody_asks() {
        answers.put(new KnownLanguage("tmdb movie 1", OriginalLanguage.UNKNOWN, desk.clock.instant()));
        answers.put(new KnownLanguage(
                "tmdb movie 2",
                new OriginalLanguage(Language.fromTag("jpn").orElseThrow(), "TMDB"),
                desk.clock.instant()));
        desk.clock.advance(Duration.ofDays(2));

        assertThat(service.cleanUp()).isEqualTo(Forgotten.NOTHING);
        assertThat(service.cleanUp(CleanUp.AS_SETTINGS_SAY.counted()).answers()).isEqualTo(1);
        assertThat(service.cleanUp(CleanUp.AS_SETTINGS_SAY).answers()).isEqualTo(1);
        assertThat(service.cleanUp(CleanUp.AS_SETTINGS_SAY).answers()).isZero();
        assertThat(answers.all()).extracting(KnownLanguage::title).containsExactly("tmdb movie 2");
    }

    @Test
    void files_that_were_left_go_when_somebody_asks_and_what_cannot_go_is_not_counted() {
        left.put(Path.of("/tmp/a"), true);
        left.put(Path.of("/tmp/b"), false);

        assertThat(service.cleanUp()).isEqualTo(Forgotten.NOTHING);
        assertThat(service.cleanUp(CleanUp.AS_SETTINGS_SAY.counted()).files()).isEqualTo(2);
        assertThat(service.cleanUp(CleanUp.AS_SETTINGS_SAY).files()).isEqualTo(1);
        assertThat(left).containsOnlyKeys(Path.of("/tmp/b"));
    }

    @Test
    void changes_go_only_if_somebody_says_how_old() {
        SampleChange change = SampleChange.of("a.mkv").at(desk.clock.instant());
        journal.end(journal.begin(change.planned()), EntryState.DONE, change.after());
        desk.clock.advance(Duration.ofDays(100));
        CleanUp older = new CleanUp(Optional.empty(), Set.of(), Optional.of(Duration.ofDays(90)), false);

        assertThat(service.cleanUp()).isEqualTo(Forgotten.NOTHING);
        assertThat(service.cleanUp(CleanUp.AS_SETTINGS_SAY)).isEqualTo(Forgotten.NOTHING);
        assertThat(service.cleanUp(older.counted()).changes()).isEqualTo(1);
        assertThat(journal.find(JournalQuery.EVERYTHING)).hasSize(1);
        assertThat(service.cleanUp(older).changes()).isEqualTo(1);
        assertThat(journal.find(JournalQuery.EVERYTHING)).isEmpty();
    }

    @Test
    void rules_that_reach_into_the_future_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KeepRules(Duration.ZERO, Duration.ofDays(-1), Duration.ZERO))
                .withMessageContaining("failed ones PT-24H");
    }

    private HousekeepingService service(JobStore jobs) {
        return new HousekeepingService(
                new Kept(jobs, audit, answers, journal, new Left()), KeepRules.DEFAULT, CacheRules.DEFAULT, desk.clock);
    }

    private static Forgotten jobs(long count) {
        return new Forgotten(count, 0, 0, 0, 0);
    }

    private static CleanUp olderThan(Duration age) {
        return new CleanUp(Optional.of(age), Set.of(), Optional.empty(), false);
    }

    /** Files, and whether they can be removed. */
    private final class Left implements Leftovers {

        @Override
        public List<Path> find(Instant before) {
            assertThat(before).isEqualTo(desk.clock.instant().minus(Duration.ofDays(1)));
            return List.copyOf(left.keySet());
        }

        @Override
        public boolean remove(Path file, Instant before) {
            return left.get(file) && left.remove(file);
        }
    }

    private void settled(int count, Settlement how) {
        desk.jobs(10_000).submit(manuals(count + "-", count));
        for (int i = 0; i < count; i++) {
            desk.stores
                    .queue()
                    .claim(ClaimRule.anything(desk.clock.instant().plusSeconds(60)), desk.clock.instant())
                    .ifPresent(job -> desk.stores.queue().settle(job, how, desk.clock.instant()));
        }
    }

    private void note() {
        new AuditService(audit, desk.clock).note("api key", "cancel", "", "::1", "done");
    }
}
