package io.arrtheaudio.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.edit.SkipReason;
import io.arrtheaudio.domain.edit.UndoOutcome;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.journal.JournalEntry;
import io.arrtheaudio.domain.journal.JournalQuery;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.kit.InMemoryEditJournal;
import io.arrtheaudio.kit.InMemoryOwnerLocks;
import io.arrtheaudio.kit.RecordingTelemetry;
import io.arrtheaudio.port.in.FixOptions;
import io.arrtheaudio.port.in.ScanObserver;
import io.arrtheaudio.port.in.ScanSummary;
import io.arrtheaudio.service.HardlinkRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrTheAudioTest {

    private static final Language JAPANESE = new Language("jpn", "", "");

    @TempDir
    private Path folder;

    private Path film;
    private Path journal;

    @BeforeEach
    void lay_out_a_film() {
        film = Film.at(folder.resolve("library/A Film (2001)/film.mkv"));
        journal = folder.resolve("journal");
    }

    @Test
    void the_first_of_the_wanted_languages_becomes_the_default_and_then_it_is_right() {
        try (ArrTheAudio audio = ArrTheAudio.withJournalIn(journal)
                .languages("kor", "Japanese", "en")
                .open()) {
            assertThat(audio.fix(film))
                    .isInstanceOfSatisfying(
                            Outcome.Changed.class,
                            changed -> assertThat(changed.to().language()).isEqualTo(JAPANESE));
            assertThat(audio.fix(film)).isInstanceOf(Outcome.AlreadyCorrect.class);
        }
    }

    @Test
    void english_is_wanted_where_nothing_is_said() {
        try (ArrTheAudio audio = ArrTheAudio.withJournalIn(journal).open()) {
            assertThat(audio.fix(film)).isInstanceOf(Outcome.AlreadyCorrect.class);
        }
    }

    @Test
    void what_the_caller_knows_of_the_original_language_comes_first() {
        try (ArrTheAudio audio =
                ArrTheAudio.withJournalIn(journal).languages("de").open()) {
            assertThat(audio.fix(film, JAPANESE))
                    .isInstanceOfSatisfying(
                            Outcome.Changed.class,
                            changed -> assertThat(changed.to().language()).isEqualTo(JAPANESE));
        }
    }

    @Test
    void a_source_of_original_languages_is_asked_for_the_title_in_the_path() {
        try (ArrTheAudio audio = ArrTheAudio.withJournalIn(journal)
                .originalLanguages(title -> title.name().equals("A Film") && title.year() == 2001
                        ? new OriginalLanguage(JAPANESE, "a list of films")
                        : OriginalLanguage.UNKNOWN)
                .open()) {
            assertThat(audio.inspect(film).choice().explanation().summary()).contains("a list of films");
            assertThat(audio.fix(film)).isInstanceOf(Outcome.Changed.class);
        }
    }

    @Test
    void some_paths_have_languages_of_their_own() {
        Path other = Film.at(folder.resolve("elsewhere/film.mkv"));
        try (ArrTheAudio audio = ArrTheAudio.withJournalIn(journal)
                .languages("eng")
                .languagesIn(folder.resolve("library") + "/**", "ger")
                .open()) {
            assertThat(audio.fix(film)).isInstanceOf(Outcome.Changed.class);
            assertThat(audio.fix(other)).isInstanceOf(Outcome.AlreadyCorrect.class);
        }
    }

    @Test
    void a_change_is_taken_back_byte_for_byte() {
        byte[] before = Film.bytes(film);
        try (ArrTheAudio audio =
                ArrTheAudio.withJournalIn(journal).languages("jpn").open()) {
            audio.fix(film);
            assertThat(Film.bytes(film)).isNotEqualTo(before);
            assertThat(audio.undo(film)).containsInstanceOf(UndoOutcome.Undone.class);
            assertThat(Film.bytes(film)).isEqualTo(before);
            assertThat(audio.undo(film)).isEmpty();
        }
    }

    @Test
    void a_later_run_takes_back_what_an_earlier_one_did() {
        byte[] before = Film.bytes(film);
        try (ArrTheAudio audio =
                ArrTheAudio.withJournalIn(journal).languages("jpn").open()) {
            audio.fix(film);
        }
        try (ArrTheAudio audio = ArrTheAudio.withJournalIn(journal).open()) {
            assertThat(audio.recovered()).isEmpty();
            assertThat(audio.undo(film)).containsInstanceOf(UndoOutcome.Undone.class);
        }
        assertThat(Film.bytes(film)).isEqualTo(before);
    }

    @Test
    void a_library_is_fixed_and_each_film_is_told_of() {
        Film.at(folder.resolve("library/other.mkv"));
        try (ArrTheAudio audio =
                ArrTheAudio.withJournalIn(journal).languages("jpn").workers(1).open()) {
            ScanSummary summary = audio.scan(folder.resolve("library"), new ScanObserver() {});
            assertThat(summary.count("changed")).isEqualTo(2);
        }
    }

    @Test
    void films_outside_of_the_scanned_folder_are_not_changed_through_links() throws IOException {
        Path outside = Film.at(folder.resolve("outside/film.mkv"));
        Files.createSymbolicLink(folder.resolve("library/link.mkv"), outside);
        try (ArrTheAudio audio =
                ArrTheAudio.withJournalIn(journal).languages("jpn").open()) {
            byte[] before = Film.bytes(outside);
            audio.scan(folder.resolve("library"), new ScanObserver() {});
            assertThat(Film.bytes(outside)).isEqualTo(before);
        }
    }

    @Test
    void a_film_with_two_names_is_left_alone_unless_the_builder_says_otherwise() throws IOException {
        Files.createLink(folder.resolve("seed.mkv"), film);
        try (ArrTheAudio audio =
                ArrTheAudio.withJournalIn(journal).languages("jpn").open()) {
            assertThat(audio.fix(film))
                    .isInstanceOfSatisfying(
                            Outcome.Skipped.class,
                            skipped -> assertThat(skipped.reason()).isEqualTo(SkipReason.HARDLINKED));
        }
        try (ArrTheAudio audio = ArrTheAudio.withJournalIn(journal)
                .languages("jpn")
                .hardlinks(HardlinkRule.EDIT)
                .open()) {
            assertThat(audio.fix(film)).isInstanceOf(Outcome.Changed.class);
        }
    }

    @Test
    void what_is_wrong_with_a_film_is_told_by_its_outcome() throws IOException {
        Path text = Files.writeString(folder.resolve("text.mkv"), "no film at all");
        try (ArrTheAudio audio = ArrTheAudio.withJournalIn(journal).open()) {
            assertThat(audio.fix(text)).isInstanceOf(Outcome.Skipped.class);
            assertThat(audio.fix(folder.resolve("missing.mkv"))).isInstanceOf(Outcome.Failed.class);
            assertThatThrownBy(() -> audio.inspect(text)).isInstanceOf(AudioFixException.class);
        }
    }

    @Test
    void a_dry_run_writes_nothing() {
        byte[] before = Film.bytes(film);
        try (ArrTheAudio audio =
                ArrTheAudio.withJournalIn(journal).languages("jpn").open()) {
            assertThat(audio.fix(film, FixOptions.within(film).asDryRun())).isInstanceOf(Outcome.WouldChange.class);
        }
        assertThat(Film.bytes(film)).isEqualTo(before);
    }

    @Test
    void whoever_wants_to_is_told_what_happens_and_the_journal_names_the_program() {
        RecordingTelemetry told = new RecordingTelemetry();
        InMemoryEditJournal entries = new InMemoryEditJournal(new InMemoryOwnerLocks());
        try (ArrTheAudio audio = ArrTheAudio.with(entries)
                .languages("jpn")
                .name("my-tool")
                .telemetry(told)
                .open()) {
            audio.fix(film);
        }
        assertThat(told.happenings()).isNotEmpty();
        assertThat(entries.find(JournalQuery.EVERYTHING))
                .extracting(JournalEntry::change)
                .extracting("cause")
                .containsExactly("my-tool");
    }

    @Test
    void a_listener_that_throws_does_not_turn_a_change_into_a_failure() {
        try (ArrTheAudio audio = ArrTheAudio.withJournalIn(journal)
                .languages("jpn")
                .telemetry(happening -> {
                    throw new IllegalStateException("out of order");
                })
                .open()) {
            assertThat(audio.fix(film)).isInstanceOf(Outcome.Changed.class);
        }
    }

    @Test
    void a_watcher_that_cancels_is_heeded() {
        byte[] before = Film.bytes(film);
        Film.at(folder.resolve("library/other.mkv"));
        try (ArrTheAudio audio =
                ArrTheAudio.withJournalIn(journal).languages("jpn").open()) {
            ScanSummary summary = audio.scan(folder.resolve("library"), new ScanObserver() {
                @Override
                public boolean isCancelled() {
                    return true;
                }
            });
            assertThat(summary.cancelled()).isTrue();
        }
        assertThat(Film.bytes(film)).isEqualTo(before);
    }

    @Test
    void nothing_is_made_before_it_is_opened_and_nothing_but_the_journal_then() throws IOException {
        ArrTheAudioBuilder builder = ArrTheAudio.withJournalIn(journal);
        assertThat(journal).doesNotExist();
        try (ArrTheAudio audio = builder.open()) {
            assertThat(audio.recovered()).isEmpty();
            try (Stream<Path> made = Files.list(folder)) {
                assertThat(made).containsExactlyInAnyOrder(journal, folder.resolve("library"));
            }
        }
    }

    @Test
    void a_journal_that_cannot_be_made_is_told_with_what_to_do() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "");
        ArrTheAudioBuilder builder = ArrTheAudio.withJournalIn(file);
        assertThatThrownBy(builder::open)
                .isInstanceOf(AudioFixException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("it must be a folder");
    }

    @Test
    void words_that_name_no_language_are_refused() {
        ArrTheAudioBuilder builder = ArrTheAudio.withJournalIn(journal);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.languages("eng", "klingonish"))
                .withMessage("'klingonish' is no language; write it such as 'jpn', 'ja', 'pt-BR' or 'Japanese'");
        assertThatIllegalArgumentException().isThrownBy(() -> builder.languagesIn("/media/**", "?"));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.workers(0));
        assertThat(List.of(builder.languages())).hasSize(1);
    }
}
