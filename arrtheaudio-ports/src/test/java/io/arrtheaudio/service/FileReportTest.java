package io.arrtheaudio.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.edit.Progress;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.media.Container;
import io.arrtheaudio.kit.Tracks;
import io.arrtheaudio.port.in.FixOptions;
import io.arrtheaudio.port.in.UndoObserver;
import io.arrtheaudio.port.in.UndoRequest;
import io.arrtheaudio.port.out.Happening;
import io.arrtheaudio.port.out.Happening.Component;
import io.arrtheaudio.port.out.Happening.FileKind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is told of files that are fixed, and of changes that are taken back. */
class FileReportTest {

    private static final UndoObserver UNWATCHED = outcome -> {};

    private final Library library = new Library();

    @Test
    void a_file_that_is_fixed_is_told_with_its_outcome_its_kind_and_the_time_it_took() {
        Path film = library.wrong();
        library.inspector = file -> {
            library.clock.advance(Duration.ofMillis(3));
            return library.engine.inspect(file);
        };

        Outcome outcome = library.fix(film);

        assertThat(library.telemetry.happenings())
                .containsExactly(new Happening.FileProcessed(outcome, FileKind.MKV, Duration.ofMillis(6)));
    }

    @Test
    void what_a_file_is_follows_from_its_content() {
        library.fix(library.put("film.mkv", Container.MP4, Tracks.three(1)));
        library.fix(library.old(library.disk.put("words.mkv", "no film at all".getBytes(StandardCharsets.US_ASCII))));

        assertThat(library.telemetry.of(Happening.FileProcessed.class))
                .extracting(Happening.FileProcessed::kind)
                .containsExactly(FileKind.MP4, FileKind.OTHER);
    }

    @Test
    void a_file_that_cannot_be_looked_into_is_what_its_name_promises_and_a_trouble() {
        Path film = library.disk.put("damaged.mp4", (byte) 1);
        library.inspector = file -> {
            throw Library.failure(Remedy.FIX_FILE, "its header is damaged");
        };

        Outcome damaged = library.fix(film);

        assertThat(library.telemetry.happenings())
                .containsExactly(
                        new Happening.Troubled(Remedy.FIX_FILE, Component.FILES),
                        new Happening.FileProcessed(damaged, FileKind.MP4, Duration.ZERO));
    }

    @Test
    void a_clock_that_is_set_back_makes_no_negative_time() {
        Path film = library.wrong();
        library.inspector = file -> {
            library.clock.advance(Duration.ofHours(-1));
            return library.engine.inspect(file);
        };

        library.fix(film);

        assertThat(library.telemetry.of(Happening.FileProcessed.class))
                .extracting(Happening.FileProcessed::took)
                .containsExactly(Duration.ZERO);
    }

    @Test
    void what_was_stopped_on_purpose_was_not_dealt_with() {
        Path film = library.wrong();
        library.inspector = file -> {
            throw AudioFixException.stopping("the program is being stopped");
        };
        library.fix(film);
        library.inspector = file -> {
            throw Library.failure(Remedy.RETRY_LATER, "it was busy when somebody cancelled");
        };
        library.service().fix(film, cancelled(library.options()));

        assertThat(library.telemetry.happenings()).isEmpty();
    }

    @Test
    void a_promise_that_is_broken_is_a_trouble_and_no_outcome() {
        Path film = library.wrong();
        library.inspector = file -> {
            throw new IllegalStateException("a hole");
        };

        assertThatIllegalStateException().isThrownBy(() -> library.fix(film));

        assertThat(library.telemetry.happenings())
                .containsExactly(new Happening.Troubled(Remedy.REPORT_BUG, Component.FILES));
    }

    @Test
    void bytes_that_are_copied_because_a_file_has_other_names_are_told() {
        library.rules = library.rules.with(HardlinkRule.COPY);
        Path film = library.wrong();
        library.disk.hardLink("seed.mkv", film);

        library.fix(film);

        assertThat(library.telemetry.of(Happening.LinkBroken.class))
                .containsExactly(new Happening.LinkBroken(library.disk.content(film).length));
    }

    @Test
    void a_change_in_place_copies_nothing() {
        library.fix(library.wrong());

        assertThat(library.telemetry.of(Happening.LinkBroken.class)).isEmpty();
    }

    @Test
    void an_undo_is_told_with_what_came_of_it() {
        Path film = library.wrong();
        library.fix(film);

        library.undo().undo(UndoRequest.of(film), UNWATCHED);
        library.undo().undo(UndoRequest.of(film), UNWATCHED);

        assertThat(library.telemetry.of(Happening.UndoTried.class))
                .extracting(happening -> happening.outcome().word())
                .startsWith("undone");
        assertThat(library.telemetry.of(Happening.Troubled.class)).isEmpty();
    }

    @Test
    void a_file_that_is_not_there_was_not_dealt_with() {
        library.fix(library.disk.root().resolve("none.mkv"));

        assertThat(library.telemetry.of(Happening.FileProcessed.class)).isEmpty();
        assertThat(library.telemetry.of(Happening.Troubled.class)).isEmpty();
    }

    @Test
    void an_undo_that_does_not_work_is_a_trouble() {
        Path film = library.wrong();
        library.fix(film);
        library.writeBy((file, plan) -> {
            throw Library.failure(Remedy.RETRY_LATER, "the disk is full");
        });

        library.undo().undo(UndoRequest.of(film), UNWATCHED);

        assertThat(library.telemetry.of(Happening.Troubled.class))
                .containsExactly(new Happening.Troubled(Remedy.RETRY_LATER, Component.UNDO));
        assertThat(library.telemetry.of(Happening.UndoTried.class))
                .extracting(happening -> happening.outcome().word())
                .containsExactly("failed");
    }

    private static FixOptions cancelled(FixOptions options) {
        Progress cancelled = new Progress() {
            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        return new FixOptions(
                options.roots(),
                options.about(),
                options.languages(),
                options.minAge(),
                options.dryRun(),
                options.again(),
                options.cause(),
                cancelled);
    }
}
