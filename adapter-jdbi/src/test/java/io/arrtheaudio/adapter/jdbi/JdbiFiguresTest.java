package io.arrtheaudio.adapter.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.figures.Figures;
import io.arrtheaudio.domain.figures.JournalFigures;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.domain.journal.EntryState;
import io.arrtheaudio.domain.journal.JournalEntry;
import io.arrtheaudio.kit.InMemoryOwnerLocks;
import io.arrtheaudio.kit.SampleChange;
import io.arrtheaudio.kit.StoppedClock;
import io.arrtheaudio.port.out.EditJournal;
import io.arrtheaudio.port.out.EndedBefore;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbiFiguresTest {

    private static final Instant MIDNIGHT = Instant.parse("2026-11-25T00:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void jobs_are_counted_by_state_day_and_kind() {
        try (Database database = Database.open(DatabaseSettings.in(folder))) {
            BareJob.insert(database, 1, "COMPLETED", "MATROSKA", MIDNIGHT.toEpochMilli(), 4);
            BareJob.insert(database, 2, "COMPLETED", "MATROSKA", MIDNIGHT.toEpochMilli() - 1, 8);
            BareJob.insert(database, 3, "COMPLETED", "MP4", MIDNIGHT.toEpochMilli() + 5, 2);
            BareJob.insert(database, 4, "FAILED", "MP4", MIDNIGHT.toEpochMilli() + 6, 1);
            BareJob.insert(database, 5, "RUNNING", "MP4", 0, 0);

            Figures figures = new JdbiFigures(database).count(MIDNIGHT);

            assertThat(figures.kept())
                    .containsEntry(JobState.COMPLETED, 3L)
                    .containsEntry(JobState.FAILED, 1L)
                    .containsEntry(JobState.RUNNING, 1L)
                    .containsEntry(JobState.QUEUED, 0L);
            assertThat(figures.ended())
                    .containsEntry(JobState.COMPLETED, 2L)
                    .containsEntry(JobState.FAILED, 1L)
                    .containsEntry(JobState.RUNNING, 0L);
            assertThat(figures.accepted()).isEqualTo(5);
            assertThat(figures.successPercent()).hasValue(75);
            assertThat(figures.kinds())
                    .extracting(kind ->
                            kind.kind() + " " + kind.jobs() + " " + kind.mean().toMillis())
                    .containsExactly("matroska 2 6", "mp4 1 2");
        }
    }

    @Test
    void what_was_undone_is_counted_once_it_is_done() {
        try (Database database = Database.open(DatabaseSettings.in(folder))) {
            EditJournal journal = new JdbiEditJournal(database, new InMemoryOwnerLocks());
            SampleChange film = SampleChange.of("a.mkv");
            JournalEntry first = journal.begin(film.planned());
            journal.end(first, EntryState.DONE, film.after());
            JournalEntry undo = journal.begin(film.undoing(first.id()).planned());

            assertThat(new JdbiFigures(database).count(MIDNIGHT).journal()).isEqualTo(new JournalFigures(2, 0, 8));
            journal.end(undo, EntryState.DONE, film.after());
            assertThat(new JdbiFigures(database).count(MIDNIGHT).journal()).isEqualTo(new JournalFigures(2, 1, 8));
        }
    }

    @Test
    void jobs_that_are_forgotten_were_accepted_all_the_same() {
        try (Database database = Database.open(DatabaseSettings.in(folder))) {
            BareJob.insert(database, 1, "COMPLETED", "MP4", 1, 0);
            BareJob.insert(database, 2, "COMPLETED", "MP4", 1, 0);
            new JdbiJobStore(database).forget(new EndedBefore(MIDNIGHT, MIDNIGHT, MIDNIGHT), 10);

            Figures figures = new JdbiFigures(database).count(MIDNIGHT);

            assertThat(figures.kept()).containsEntry(JobState.COMPLETED, 0L);
            assertThat(figures.accepted()).isEqualTo(2);
        }
    }

    @Test
    void a_database_of_the_first_program_has_changes_and_no_jobs() {
        try (Database database =
                Database.open(DatabaseSettings.in(folder), new StoppedClock(MIDNIGHT), Steps.FIRST, Sqlite.PATIENCE)) {
            new JdbiEditJournal(database, new InMemoryOwnerLocks())
                    .begin(SampleChange.of("a.mkv").planned());

            Figures figures = new JdbiFigures(database).count(MIDNIGHT);

            assertThat(figures.journal()).isEqualTo(new JournalFigures(1, 0, 4));
            assertThat(figures.accepted()).isZero();
            assertThat(figures.databaseBytes()).isGreaterThan(4_096);
            assertThat(figures.kept()).containsEntry(JobState.COMPLETED, 0L);
            assertThat(figures.successPercent()).isEmpty();
        }
    }
}
