package io.arrtheaudio.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.audit.AuditEntry;
import io.arrtheaudio.domain.figures.Figures;
import io.arrtheaudio.domain.figures.JournalFigures;
import io.arrtheaudio.domain.figures.KindFigures;
import io.arrtheaudio.domain.figures.MemoryUse;
import io.arrtheaudio.domain.job.JobState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdminCommandsTest {

    private final CommandRun command = new CommandRun();

    @Test
    void figures_are_lined_up_for_people() {
        command.wiring.figures = figures();
        command.run("admin", "stats").exitsWith(0);
        assertThat(command.out().lines())
                .contains("jobs       today  kept", "completed  7      1,234", "queued            2")
                .anyMatch(line -> line.matches("success +99\\.9 %"))
                .anyMatch(line -> line.matches("matroska +1,200 completed, 4\\.0 ms each"));
        assertThat(command.out())
                .contains("6, 1 of them took another back, 99 bytes")
                .doesNotContain("answers of use");
        assertThat(command.wiring.closed).isOne();
    }

    @Test
    void a_daemon_that_runs_tells_how_often_answers_were_of_use_to_it() {
        command.wiring.figures = figures();
        try (DaemonStub daemon = DaemonStub.answering(200, "{\"answer_hits\":3,\"answer_misses\":1}")) {
            command.wiring.daemon = new Wiring.DaemonAddress(daemon.uri(), "the-key");
            command.run("admin", "stats").exitsWith(0);
            assertThat(command.out().lines())
                    .anyMatch(line -> line.matches("answers of use +75\\.0 % since the daemon was started"));
        }
        try (DaemonStub other = DaemonStub.answering(200, "<html>")) {
            command.wiring.daemon = new Wiring.DaemonAddress(other.uri(), "");
            command.run("admin", "stats", "--json").exitsWith(0);
        }
    }

    @Test
    void programs_get_figures_as_one_object() {
        command.wiring.figures = figures();
        command.run("admin", "stats", "--json").exitsWith(0);
        assertThat(Json.object(command.out()))
                .containsEntry("type", "stats")
                .containsEntry("success_percent", 99.9)
                .containsEntry("changes", 6L)
                .containsEntry(
                        "containers", List.of(Map.of("container", "matroska", "completed", 1_200L, "mean_ms", 4.0)));
    }

    @Test
    void who_asked_for_what_is_told_since_a_time_and_cannot_write_lines_of_its_own() {
        command.wiring.audit.entries =
                List.of(new AuditEntry(CommandRun.NOW, "api key", "cancel", "job 7\nx", "127.0.0.1", "cancelled"));
        command.run("admin", "audit", "--since", "2h").exitsWith(0);
        assertThat(command.out()).hasLineCount(1).contains("api key", "cancel", "job 7\\nx", "127.0.0.1");
        assertThat(command.wiring.audit.asked).containsExactly(Instant.parse("2026-02-03T10:00:00Z"));
    }

    @Test
    void nothing_is_forgotten_without_consent() {
        command.run("admin", "cleanup").exitsWith(2);
        command.onTerminal()
                .input("n\n")
                .run("admin", "cleanup", "--older-than", "30d")
                .exitsWith(1);
        assertThat(command.err()).contains("forget all jobs that ended before 30d?");
        assertThat(command.wiring.keeping.asked).isEmpty();
    }

    @Test
    void jobs_are_forgotten_as_the_settings_say_or_by_their_age() {
        command.run("admin", "cleanup", "--yes").exitsWith(0);
        command.run("admin", "cleanup", "--yes", "--older-than", "30d").exitsWith(0);
        assertThat(command.wiring.keeping.asked).containsExactly("as the settings say", "PT720H");
        assertThat(command.out())
                .contains("12 jobs forgotten\n4 answers forgotten\n1 file left behind removed\n")
                .doesNotContain("journal");
    }

    @Test
    void a_dry_run_only_counts_and_asks_nobody() {
        command.run("admin", "cleanup", "--dry-run", "--status", "failed,cancelled", "--json")
                .exitsWith(0);
        assertThat(command.wiring.keeping.asked)
                .containsExactly("count as the settings say " + List.of(JobState.FAILED, JobState.CANCELLED));
        assertThat(Json.object(command.out()))
                .containsEntry("jobs", 12L)
                .containsEntry("files", 1L)
                .containsEntry("dry_run", true);
        command.run("admin", "cleanup", "--status", "running").exitsWith(2);
    }

    @Test
    void changes_go_only_after_they_were_counted_and_somebody_agreed() {
        command.run("admin", "cleanup", "--journal-older-than", "365d").exitsWith(2);
        command.onTerminal()
                .input("n\n")
                .run("admin", "cleanup", "--journal-older-than", "365d")
                .exitsWith(1);
        assertThat(command.err())
                .contains("and 1,234 changes of the journal, which cannot be taken back any more then?");
        assertThat(command.wiring.keeping.asked).hasSize(2).allMatch(asked -> asked.startsWith("count "));

        command.input("y\n")
                .run("admin", "cleanup", "--journal-older-than", "365d")
                .exitsWith(0);
        assertThat(command.wiring.keeping.asked).endsWith("as the settings say journal PT8760H");
        assertThat(command.out()).contains("1,234 changes of the journal deleted");
        command.run("admin", "cleanup", "--journal-older-than", "365d", "--yes").exitsWith(0);
    }

    @Test
    void versions_are_told_and_changed() {
        command.run("admin", "migrate", "--status").exitsWith(0);
        assertThat(command.out()).isEqualTo("version 4 of 6\n");
        command.run("admin", "migrate").exitsWith(0);
        assertThat(command.out()).endsWith("brought from version 4 to 6\n");
    }

    @Test
    void a_key_that_is_not_there_yet_is_a_failure_and_one_in_the_settings_is_told_of() {
        command.run("admin", "key").exitsWith(1);
        assertThat(command.err()).contains("there is no key in /data/api.key yet");
        command.wiring.key.key = Optional.of("the-key");
        command.wiring.key.isInSettings = true;
        command.run("admin", "key").exitsWith(0);
        assertThat(command.out()).isEqualTo("the-key\n");
        assertThat(command.err()).contains("api.api_key in the settings holds");
        command.run("admin", "key", "--rotate").exitsWith(0);
        assertThat(command.out()).endsWith("a-new-key\n");
    }

    private static Figures figures() {
        return new Figures(
                Map.of(JobState.COMPLETED, 1_234L, JobState.FAILED, 1L, JobState.QUEUED, 2L),
                Map.of(JobState.COMPLETED, 7L),
                2_000,
                List.of(new KindFigures("matroska", 1_200, Duration.ofMillis(4))),
                5,
                MemoryUse.NONE,
                new JournalFigures(6, 1, 99),
                40_960);
    }
}
