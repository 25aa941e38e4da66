package io.arrtheaudio.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.figures.Figures;
import io.arrtheaudio.domain.figures.JournalFigures;
import io.arrtheaudio.domain.figures.KindFigures;
import io.arrtheaudio.domain.figures.MemoryUse;
import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.domain.job.QueueFigures;
import io.arrtheaudio.domain.job.WaitReason;
import io.arrtheaudio.kit.StoppedClock;
import io.arrtheaudio.port.in.DebugBundle;
import io.arrtheaudio.port.out.TextArchives;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class DebugBundleServiceTest {

    private static final Path FOLDER = Path.of("/b");

    private final StoppedClock clock = new StoppedClock(Instant.parse("2026-11-25T12:00:00Z"));
    private final Map<String, String> written = new LinkedHashMap<>();
    private final TextArchives archives = (place, name, made, texts) -> {
        written.putAll(texts);
        return place.resolve(name);
    };

    @Test
    void every_text_is_in_it_and_no_secret() {
        DebugBundle.Made made = service(
                        () -> List.of("hunter22"),
                        new BundleText("a.txt", () -> "it is hunter22"),
                        new BundleText("b.txt", () -> "apikey=hidden"))
                .make(FOLDER, "\"hunter22\" waits");

        assertThat(made.file()).isEqualTo(Path.of("/b/arrtheaudio_debug_20261125_140000.tar.gz"));
        assertThat(made.parts()).containsExactly("a.txt", "b.txt", "threads.txt");
        assertThat(written)
                .containsEntry("a.txt", "it is ***")
                .containsEntry("b.txt", "apikey=***")
                .containsEntry("threads.txt", "\"***\" waits");
    }

    @Test
    void where_no_daemon_told_of_its_threads_those_of_this_program_are_in_it() {
        service(List::of).make(FOLDER, "");

        assertThat(written.get("threads.txt")).startsWith("of this program;").endsWith("own\n");
    }

    @Test
    void a_text_that_cannot_be_told_says_why_and_the_rest_is_there() {
        service(
                        () -> List.of("hunter22"),
                        new BundleText("a.txt", () -> {
                            throw new IllegalStateException("no hunter22");
                        }),
                        new BundleText("b.txt", () -> "fine"))
                .make(FOLDER, "");

        assertThat(written.get("a.txt")).contains("cannot be told", "no ***");
        assertThat(written).containsEntry("b.txt", "fine");
    }

    @Test
    void while_the_secrets_are_not_known_nothing_is_written() {
        DebugBundle bundle = service(() -> {
            throw new AudioFixException(Remedy.FIX_SETTINGS, "the key cannot be read");
        });

        assertThatExceptionOfType(AudioFixException.class).isThrownBy(() -> bundle.make(FOLDER, ""));
        assertThat(written).isEmpty();
    }

    @Test
    void findings_and_figures_are_lines() {
        assertThat(BundleText.of(List.of(Finding.ok("disk", "roomy"), Finding.problem("tool", "gone", "install it"))))
                .isEqualTo("ok: disk: roomy\nproblem: tool: gone\n    install it\n");
        QueueFigures queue = new QueueFigures(
                Map.of(JobState.QUEUED, 3L, JobState.WAITING, 2L),
                Map.of(WaitReason.SPACE, 2L),
                Duration.ofSeconds(61));
        Figures done = new Figures(
                Map.of(),
                Map.of(JobState.FAILED, 4L),
                9,
                List.of(new KindFigures("", 5, Duration.ofMillis(2))),
                6,
                MemoryUse.NONE,
                new JournalFigures(7, 0, 0),
                8);
        assertThat(BundleText.of(queue, done).lines())
                .contains("jobs queued: 3", "jobs failed: 0, today 4", "waiting for space: 2")
                .contains("oldest queued, seconds: 61", "completed other files: 5, milliseconds each: 2.0")
                .endsWith("answers about titles: 6", "changes in the journal: 7", "database, bytes: 8");
    }

    @Test
    void every_thread_is_told_of_with_its_frames() {
        assertThat(new ThreadDump().threads())
                .contains("\"" + Thread.currentThread().getName() + "\" #")
                .contains("    at ")
                .contains(DebugBundleServiceTest.class.getName());
    }

    private DebugBundleService service(Supplier<Collection<String>> secrets, BundleText... texts) {
        return new DebugBundleService(List.of(texts), secrets, () -> "own\n", archives, ZoneOffset.ofHours(2), clock);
    }
}
