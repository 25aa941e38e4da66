package io.arrtheaudio.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.edit.PlanState;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.journal.EntryState;
import io.arrtheaudio.domain.journal.JournalEntry;
import io.arrtheaudio.domain.journal.JournalQuery;
import io.arrtheaudio.domain.journal.PlannedChange;
import io.arrtheaudio.domain.journal.Route;
import io.arrtheaudio.port.in.Inspection;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the journal knows of a change, and when. */
class JournaledChangeTest {

    private final Library library = new Library();
    private final Path file = library.wrong();
    private final byte[] before = library.disk.content(file);

    @Test
    void a_change_is_recorded_before_the_first_byte_is_written() {
        library.writer.atNextWrite(() -> {
            assertThat(entry().isOpen()).isTrue();
            assertThat(library.disk.content(file)).isEqualTo(before);
        });

        library.fix(file);

        assertThat(library.writer.written()).hasSize(1);
        assertThat(entry().state()).isEqualTo(EntryState.DONE);
    }

    @Test
    void the_entry_says_what_why_and_who_asked() {
        Outcome outcome = library.service().fix(file, library.options().because("webhook 41"));

        PlannedChange change = entry().change();
        assertThat(change.file().modified()).isEqualTo(Library.LONG_AGO);
        assertThat(change.route()).isEqualTo(Route.inPlace("paper"));
        assertThat(change.defaultsBefore()).containsExactly(2);
        assertThat(change.defaultsAfter()).containsExactly(1);
        assertThat(change.cause()).isEqualTo("webhook 41");
        assertThat(change.explanation()).isEqualTo(outcome.explanation().summary());
        assertThat(change.at()).isEqualTo(Library.NOW);
        assertThat(entry().after()).isEqualTo(library.disk.stat(file).identity());
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Changed.class,
                        changed -> assertThat(changed.entry()).isEqualTo(entry().id()));
    }

    @Test
    void what_needs_no_change_is_not_recorded() {
        library.fix(library.film("right.mkv", 1));
        library.service().fix(file, library.options().asDryRun());
        library.service().inspect(file, library.options());

        assertThat(library.journal.find(JournalQuery.EVERYTHING)).isEmpty();
    }

    @Test
    void without_an_entry_nothing_is_written() {
        library.journal.atNextBegin(() -> {
            throw Library.failure(Remedy.RETRY_LATER, "the journal's disk is full");
        });

        Outcome outcome = library.fix(file);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.problem()).contains("disk is full"));
        assertThat(library.disk.content(file)).isEqualTo(before);
    }

    @Test
    void a_file_that_another_program_is_changing_is_tried_again_later() {
        library.writer.atNextWrite(() -> {
            Outcome second = library.service().fix(file, library.options());
            assertThat(second)
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            failed -> assertThat(failed.remedy()).isEqualTo(Remedy.RETRY_LATER));
        });

        assertThat(library.fix(file)).isInstanceOf(Outcome.Changed.class);
    }

    @Test
    void a_write_that_failed_and_was_put_back_is_no_longer_open() {
        library.writer.atNextWrite(() -> {
            throw Library.failure(Remedy.RETRY_LATER, "the disk failed");
        });

        library.fix(file);

        assertThat(entry().state()).isEqualTo(EntryState.TAKEN_BACK);
    }

    @Test
    void a_write_that_failed_half_way_and_could_not_be_put_back_stays_open() {
        library.writer.atNextWrite(() -> {
            byte[] half = before.clone();
            library.writer.writeFirstPatchOf(half, entry().change().plan());
            library.disk.put("film.mkv", half);
            throw Library.failure(Remedy.FIX_FILE, "the disk is dying");
        });

        library.fix(file);

        assertThat(entry().isOpen()).isTrue();
        assertThat(library.writer.stateOf(
                        entry().change().file(), entry().change().plan()))
                .isEqualTo(PlanState.TORN);
    }

    @Test
    void a_write_that_is_whole_but_neither_forced_nor_put_back_stays_open() {
        library.writer.atNextWrite(() -> {
            library.writer.settle(entry().change().file(), entry().change().plan());
            throw Library.failure(Remedy.FIX_FILE, "the disk is dying");
        });

        library.fix(file);

        assertThat(entry().isOpen()).isTrue();
    }

    @Test
    void a_write_that_was_refused_because_somebody_else_made_the_same_change_is_not_ours() {
        library.writer.atNextWrite(() -> {
            library.writer.settle(entry().change().file(), entry().change().plan());
            throw Library.failure(Remedy.RETRY_LATER, "something was written to it since it was read");
        });

        library.fix(file);

        assertThat(entry().state()).isEqualTo(EntryState.TAKEN_BACK);
    }

    @Test
    void a_change_that_was_put_back_is_recorded_as_taken_back() {
        library.afterChange(found -> {
            throw Library.failure(Remedy.FIX_FILE, "its header is damaged");
        });

        library.fix(file);

        assertThat(entry().state()).isEqualTo(EntryState.TAKEN_BACK);
        assertThat(library.disk.content(file)).isEqualTo(before);
    }

    @Test
    void a_change_whose_end_cannot_be_noted_is_made_all_the_same_and_told() {
        library.journal.atNextEnd(() -> {
            throw Library.failure(Remedy.RETRY_LATER, "the journal's disk is full");
        });

        Outcome outcome = library.fix(file);

        assertThat(outcome).isInstanceOf(Outcome.Changed.class);
        assertThat(outcome.explanation().warnings()).singleElement().asString().contains("disk is full");
        assertThat(entry().isOpen()).isTrue();
    }

    @Test
    void who_only_looks_is_told_of_an_unfinished_change_and_repairs_nothing() {
        library.journal.atNextEnd(() -> {
            throw Library.failure(Remedy.RETRY_LATER, "the journal's disk is full");
        });
        library.fix(file);

        Inspection inspection = library.service().inspect(file, library.options());

        assertThat(inspection.choice().explanation().warnings())
                .singleElement()
                .asString()
                .contains("journal entry " + entry().id());
        assertThat(entry().isOpen()).isTrue();
    }

    private JournalEntry entry() {
        List<JournalEntry> entries = library.journal.find(JournalQuery.EVERYTHING);
        assertThat(entries).hasSize(1);
        return entries.get(0);
    }
}
