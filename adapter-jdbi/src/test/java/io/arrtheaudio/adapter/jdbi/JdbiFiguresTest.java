package io.arrtheaudio.adapter.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.figures.Figures;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.kit.InMemoryOwnerLocks;
import io.arrtheaudio.kit.SampleChange;
import io.arrtheaudio.kit.StoppedClock;
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
            job(database, 1, "COMPLETED", "MATROSKA", MIDNIGHT.toEpochMilli(), 4);
            job(database, 2, "COMPLETED", "MATROSKA", MIDNIGHT.toEpochMilli() - 1, 8);
            job(database, 3, "COMPLETED", "MP4", MIDNIGHT.toEpochMilli() + 5, 2);
            job(database, 4, "FAILED", "MP4", MIDNIGHT.toEpochMilli() + 6, 1);
            job(database, 5, "RUNNING", "MP4", 0, 0);

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
            assertThat(figures.successPercent()).hasValue(75);
            assertThat(figures.kinds())
                    .extracting(kind ->
                            kind.kind() + " " + kind.jobs() + " " + kind.mean().toMillis())
                    .containsExactly("matroska 2 6", "mp4 1 2");
        }
    }

    @Test
    void a_database_of_the_first_program_has_changes_and_no_jobs() {
        try (Database database =
                Database.open(DatabaseSettings.in(folder), new StoppedClock(MIDNIGHT), Steps.FIRST, Sqlite.PATIENCE)) {
            new JdbiEditJournal(database, new InMemoryOwnerLocks())
                    .begin(SampleChange.of("a.mkv").planned());

            Figures figures = new JdbiFigures(database).count(MIDNIGHT);

            assertThat(figures.changes()).isEqualTo(1);
            assertThat(figures.databaseBytes()).isGreaterThan(4_096);
            assertThat(figures.kept()).containsEntry(JobState.COMPLETED, 0L);
            assertThat(figures.successPercent()).isEmpty();
        }
    }

    /** A row with nothing in it but what is counted. */
    private static void job(Database database, int id, String state, String kind, long ended, int took) {
        database.write("make a job", handle -> {
            String values = handle.createQuery(
                            "SELECT group_concat(CASE WHEN name = 'ready' THEN '2' WHEN type = 'TEXT'"
                                    + " THEN '''' || CASE name WHEN 'state' THEN :state WHEN 'kind' THEN :kind WHEN 'file_key'"
                                    + " THEN :id ELSE '' END || '''' ELSE CASE name WHEN 'id' THEN :id WHEN 'ended_ms' THEN"
                                    + " :ended ELSE 0 END END, ', ') FROM pragma_table_info('job')")
                    .bind("state", state)
                    .bind("kind", kind)
                    .bind("id", id)
                    .bind("ended", ended)
                    .mapTo(String.class)
                    .one();
            handle.execute("INSERT INTO job VALUES (" + values + ")");
            if (took > 0) {
                handle.execute("INSERT INTO job_result VALUES (" + id
                        + ", 'CHANGED', '', '', 0, '', '', '', '', '', 0, " + took + ")");
            }
            return id;
        });
    }
}
