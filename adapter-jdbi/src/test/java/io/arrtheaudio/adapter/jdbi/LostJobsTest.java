package io.arrtheaudio.adapter.jdbi;

import static io.arrtheaudio.kit.SampleJobs.NOON;
import static io.arrtheaudio.kit.SampleJobs.manual;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.job.BatchRequest;
import io.arrtheaudio.domain.job.Job;
import io.arrtheaudio.domain.job.JobQuery;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.domain.job.Submission;
import io.arrtheaudio.domain.job.Webhook;
import io.arrtheaudio.kit.InMemoryOwnerLocks;
import io.arrtheaudio.kit.JobStores;
import io.arrtheaudio.kit.SampleJobs;
import io.arrtheaudio.port.out.ClaimRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs in a database that was fine when it was opened, and a disk or another program that is in the way afterwards. */
class LostJobsTest {

    private static final ClaimRule RULE = ClaimRule.anything(NOON.plusSeconds(60));

    @TempDir
    private Path folder;

    private final InMemoryOwnerLocks owners = new InMemoryOwnerLocks();

    @Test
    void nothing_is_accepted_or_handed_out_in_a_database_that_somebody_removed() throws IOException {
        try (Database database = Database.open(DatabaseSettings.in(folder))) {
            JobStores jobs = OpenJobs.of(database, owners);
            submit(jobs, "a.mkv");
            Files.delete(database.file());

            refuses(jobs, "removed or replaced");
        }
    }

    @Test
    void nothing_is_accepted_or_handed_out_in_a_database_that_somebody_replaced() throws IOException {
        try (Database database = Database.open(DatabaseSettings.in(folder))) {
            JobStores jobs = OpenJobs.of(database, owners);
            submit(jobs, "a.mkv");
            Path other = Files.writeString(folder.resolve("other"), "no database");
            Files.move(other, database.file(), StandardCopyOption.REPLACE_EXISTING);

            refuses(jobs, "removed or replaced");
            assertThat(database.file()).hasContent("no database");
        }
    }

    @Test
    void a_full_disk_accepts_nothing_by_half_and_goes_on_when_there_is_room() throws Exception {
        try (SmallDisk disk = SmallDisk.mountedAt(folder, 1500)) {
            try (Database database = Database.open(DatabaseSettings.in(folder.resolve("data")))) {
                JobStores jobs = OpenJobs.of(database, owners);
                submit(jobs, "a.mkv");
                disk.fill();

                assertThatExceptionOfType(AudioFixException.class)
                        .isThrownBy(() -> {
                            for (int i = 0; i < 50; i++) { // what room the log has left is used up first
                                jobs.store().receive(SampleJobs.download(NOON), SampleJobs.manuals(i + "-", 20));
                            }
                        })
                        .withMessageContaining("cannot queue 20 files of a webhook")
                        .withMessageContaining("the disk is full")
                        .matches(e -> e.remedy() == Remedy.RETRY_LATER);
                List<Job> kept = everything(jobs);
                assertThat(kept.size() % 20).as("whole webhooks and the first").isEqualTo(1);

                disk.makeRoom();
                Webhook later = jobs.store().receive(SampleJobs.download(NOON), List.of(manual("later.mkv")));
                assertThat(everything(jobs)).hasSize(kept.size() + 1);
                assertThat(jobs.store().webhook(later.id())).contains(later);
                assertThat(jobs.store().figures(NOON).count(JobState.QUEUED)).isEqualTo(kept.size() + 1);
            }
        }
    }

    @Test
    void a_disk_that_is_read_only_is_told_when_the_database_is_opened() throws Exception {
        try (SmallDisk disk = SmallDisk.mountedAt(folder, 1500)) {
            try (Database database = Database.open(DatabaseSettings.in(folder.resolve("data")))) {
                JobStores jobs = OpenJobs.of(database, owners);
                submit(jobs, "a.mkv");
            }
            disk.becomeReadOnly();

            assertThatExceptionOfType(AudioFixException.class)
                    .isThrownBy(() -> Database.open(DatabaseSettings.in(folder.resolve("data"))))
                    .matches(e -> e.remedy() == Remedy.FIX_SETTINGS);
        }
    }

    @Test
    void another_program_that_keeps_it_locked_is_waited_for_and_then_told() throws Exception {
        try (Database database = Database.open(
                DatabaseSettings.in(folder), InstantSource.system(), Migration.ALL, Duration.ofMillis(50))) {
            JobStores jobs = OpenJobs.of(database, owners);
            submit(jobs, "a.mkv");
            Process program = OtherProgram.start(folder, folder.toString(), "keep", "");
            OtherProgram.expectLine(program, "kept");

            refuses(jobs, "another program keeps it locked; try again later");
            assertThat(everything(jobs)).hasSize(1);

            program.destroyForcibly();
            assertThat(program.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(jobs.queue().claim(RULE, NOON)).isPresent();
        }
    }

    private static void refuses(JobStores jobs, String words) {
        told("cannot queue 1 files", words, () -> submit(jobs, "b.mkv"));
        told("cannot take up a job", words, () -> jobs.queue().claim(RULE, NOON));
        told(
                "cannot start a batch of /",
                words,
                () -> jobs.batches().start(BatchRequest.of(Path.of("/library").toAbsolutePath()), NOON));
    }

    private static void told(String attempt, String words, ThrowingCallable call) {
        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(call)
                .withMessageContaining(attempt)
                .withMessageContaining(words)
                .matches(e -> e.remedy() == Remedy.RETRY_LATER);
    }

    private static Submission submit(JobStores jobs, String name) {
        return jobs.store().submit(List.of(manual(name)), Long.MAX_VALUE, NOON);
    }

    private static List<Job> everything(JobStores jobs) {
        return jobs.store().list(JobQuery.NEWEST.atMost(JobQuery.LARGEST_PAGE)).jobs();
    }
}
