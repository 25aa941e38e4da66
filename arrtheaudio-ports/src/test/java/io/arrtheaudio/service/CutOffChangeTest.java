package io.arrtheaudio.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.edit.UndoOutcome;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.domain.journal.EntryState;
import io.arrtheaudio.domain.journal.JournalEntry;
import io.arrtheaudio.domain.journal.JournalQuery;
import io.arrtheaudio.port.in.UndoRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The disk or the journal fails in the middle of a change, and the program goes on. */
class CutOffChangeTest {

    private final Jobs jobs = new Jobs();
    private final Library library = jobs.library;
    private final Path file = library.wrong();
    private final byte[] before = library.disk.content(file);

    @Test
    void a_write_that_was_cut_off_is_to_be_tried_again() {
        cutOff();

        Outcome.Failed failed = (Outcome.Failed) library.fix(file);

        assertThat(failed.remedy()).isEqualTo(Remedy.RETRY_LATER);
        assertThat(failed.problem()).contains("the disk is dying", "journal entry 1", "before the file is touched");
        assertThat(entry().isOpen()).isTrue();
    }

    @Test
    void the_next_job_of_the_file_finishes_it_first() {
        cutOff();
        String id = jobs.submit(Jobs.manual(file));
        JobRunner runner = jobs.runner(library.service());
        jobs.step(runner);
        assertThat(jobs.state(id)).isEqualTo(JobState.QUEUED);
        library.clock.advance(Jobs.RETRY);

        jobs.step(runner);

        assertThat(jobs.state(id)).isEqualTo(JobState.COMPLETED);
        assertThat(library.defaultOf(file)).isEqualTo(1);
        assertThat(entry().state()).isEqualTo(EntryState.DONE);
    }

    @Test
    void one_that_left_no_byte_is_taken_back_and_made_anew() {
        library.writer.atNextWrite(() -> {
            cutOffEnd("the journal's disk is full");
            throw Library.failure(Remedy.RETRY_LATER, "the disk failed, and all was put back");
        });
        library.fix(file);
        assertThat(entry().isOpen()).isTrue();

        assertThat(library.fix(file)).isInstanceOf(Outcome.Changed.class);

        assertThat(library.journal.find(JournalQuery.EVERYTHING))
                .extracting(JournalEntry::state)
                .containsExactly(EntryState.DONE, EntryState.TAKEN_BACK);
    }

    @Test
    void one_whose_end_could_not_be_noted_is_noted_by_the_timer() {
        cutOffEnd("the journal's disk is full");
        assertThat(library.fix(file)).isInstanceOf(Outcome.Changed.class);
        byte[] after = library.disk.content(file);

        assertThat(library.settling().settleCutOff()).hasSize(1);

        assertThat(entry().state()).isEqualTo(EntryState.DONE);
        assertThat(library.disk.content(file)).isEqualTo(after);
        assertThat(library.settling().settleCutOff()).isEmpty();
    }

    @Test
    void the_timer_settles_what_nobody_asks_for() {
        cutOff();
        library.fix(file);

        library.settling().settleCutOff();

        assertThat(library.defaultOf(file)).isEqualTo(1);
        assertThat(entry().state()).isEqualTo(EntryState.DONE);
    }

    @Test
    void what_cannot_be_settled_is_the_reason_that_is_told_and_it_heals() {
        cutOff();
        library.fix(file);
        failNextWrite();

        Outcome.Failed failed = (Outcome.Failed) library.fix(file);

        assertThat(failed.remedy()).isEqualTo(Remedy.RETRY_LATER);
        assertThat(failed.problem())
                .contains(
                        "an earlier change of it (journal entry 1) was cut off and cannot be settled: the disk is dying")
                .doesNotContain("is open");
        assertThat(library.fix(file)).isInstanceOf(Outcome.AlreadyCorrect.class);
        assertThat(entry().state()).isEqualTo(EntryState.DONE);
    }

    @Test
    void what_does_not_heal_is_tried_more_and_more_rarely() {
        cutOff();
        library.fix(file);
        byte[] foreign = new byte[before.length];
        Arrays.fill(foreign, (byte) 0x7f); // neither old nor new
        library.disk.put("film.mkv", foreign);
        RecoveryService timer = library.settling();
        List<Integer> tried = new ArrayList<>();

        for (int round = 1; round <= 20; round++) {
            if (!timer.settleCutOff().isEmpty()) {
                tried.add(round);
            }
        }

        assertThat(tried).containsExactly(1, 2, 4, 8, 16);
        assertThat(library.disk.content(file)).isEqualTo(foreign);
        assertThat(entry().isOpen()).isTrue();
    }

    @Test
    void what_an_earlier_run_left_and_nobody_could_settle_is_settled_once_that_works() {
        cutOff();
        library.fix(file);
        failNextWrite();
        assertThat(library.recovery().recover()).hasSize(1);
        assertThat(entry().isOpen()).isTrue();

        assertThat(library.fix(file)).isInstanceOf(Outcome.AlreadyCorrect.class);

        assertThat(entry().state()).isEqualTo(EntryState.DONE);
    }

    @Test
    void what_somebody_is_at_is_left_to_him() {
        library.writer.atNextWrite(() -> {
            assertThat(library.settling().settleCutOff()).isEmpty();
            assertThat(library.settling().settleAllCutOff()).isEmpty();
        });

        assertThat(library.fix(file)).isInstanceOf(Outcome.Changed.class);
    }

    @Test
    void a_dry_run_settles_nothing() {
        cutOff();
        library.fix(file);
        byte[] half = library.disk.content(file);

        library.service().fix(file, library.options().asDryRun());

        assertThat(library.disk.content(file)).isEqualTo(half);
        assertThat(entry().isOpen()).isTrue();
    }

    @Test
    void an_undo_settles_it_and_takes_it_back() {
        cutOff();
        library.fix(file);
        List<UndoOutcome> outcomes = new ArrayList<>();

        library.undo().undo(UndoRequest.of(file), outcomes::add);

        assertThat(outcomes).singleElement().isInstanceOf(UndoOutcome.Undone.class);
        assertThat(library.disk.content(file)).isEqualTo(before);
    }

    private void cutOff() {
        library.writer.atNextWrite(() -> {
            byte[] half = library.disk.content(file);
            library.writer.writeFirstPatchOf(half, entry().change().plan());
            library.disk.put("film.mkv", half);
            throw dying();
        });
    }

    private void failNextWrite() {
        library.writer.atNextWrite(() -> {
            throw dying();
        });
    }

    private static AudioFixException dying() {
        return Library.failure(Remedy.FIX_FILE, "the disk is dying");
    }

    private void cutOffEnd(String because) {
        library.journal.atNextEnd(() -> {
            throw Library.failure(Remedy.RETRY_LATER, because);
        });
    }

    private JournalEntry entry() {
        List<JournalEntry> entries = library.journal.find(JournalQuery.EVERYTHING);
        return entries.get(entries.size() - 1);
    }
}
