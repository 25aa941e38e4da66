package io.arrtheaudio.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.journal.EntryState;
import io.arrtheaudio.domain.journal.JournalEntry;
import io.arrtheaudio.domain.journal.JournalQuery;
import io.arrtheaudio.port.out.EditJournal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link EditJournal} does: this, and what {@link JournalMemoryContract} says. */
public abstract class EditJournalContract extends JournalMemoryContract {

    @Test
    public final void an_empty_journal_holds_nothing() {
        assertThat(journal.find(JournalQuery.EVERYTHING)).isEmpty();
        assertThat(journal.openEntryOf(FILM.file())).isEmpty();
        assertThat(journal.takeAbandoned()).isEmpty();
    }

    @Test
    public final void a_begun_change_is_open_and_mine() {
        JournalEntry entry = begin(FILM);

        assertThat(entry.state()).isEqualTo(EntryState.OPEN);
        assertThat(entry.owner()).isEqualTo(me.mine());
        assertThat(entry.change()).isEqualTo(FILM.planned());
        assertThat(entry.after()).isEqualTo(FILM.file());
    }

    @Test
    public final void a_later_entry_has_a_greater_id_whoever_makes_it() {
        List<String> ids = new ArrayList<>();
        EditJournal yours = open(PLACE, you);
        for (int i = 0; i < 12; i++) {
            SampleChange change = SampleChange.of(i + ".mkv");
            EditJournal one = i % 3 == 0 ? open(PLACE, me) : i % 3 == 1 ? journal : yours;
            JournalEntry entry = one.begin(change.planned());
            ids.add(entry.id());
            if (i % 2 == 0) {
                one.end(entry, EntryState.DONE, change.after());
            }
        }

        assertThat(ids).extracting(Long::valueOf).isSorted().doesNotHaveDuplicates();
    }

    // one open entry for each file

    @Test
    public final void a_file_with_an_open_entry_is_refused_whatever_it_is_called_now() {
        JournalEntry entry = begin(FILM);

        refuses(journal, FILM);
        refuses(open(PLACE, me), FILM);
        refuses(open(PLACE, you), SampleChange.of("moved.mkv", FILM.file().key()));

        assertThat(everything()).containsExactly(entry);
    }

    @Test
    public final void where_there_is_no_key_the_path_counts() {
        begin(SampleChange.of("a.mkv", ""));

        refuses(journal, SampleChange.of("a.mkv", ""));
        refuses(open(PLACE, you), SampleChange.of("a.mkv", ""));
        begin(SampleChange.of("b.mkv", ""));
        begin(SampleChange.of("a.mkv", "another file by now"));
    }

    @Test
    public final void another_change_can_begin_when_the_first_has_ended() {
        EditJournal yours = open(PLACE, you);
        journal.end(begin(FILM), EntryState.DONE, FILM.after());
        JournalEntry second = yours.begin(FILM.planned());
        refuses(journal, FILM);
        yours.end(second, EntryState.TAKEN_BACK, FILM.file());

        begin(FILM);

        assertThat(everything()).hasSize(3);
    }

    @Test
    public final void many_threads_want_one_file_and_one_gets_it() {
        List<EditJournal> journals = List.of(journal, open(PLACE, me), open(PLACE, you));
        for (int round = 0; round < 5; round++) {
            List<Optional<JournalEntry>> got =
                    AtOnce.call(9, i -> beginOrRefused(journals.get(i % journals.size()), FILM));

            List<JournalEntry> winners = got.stream().flatMap(Optional::stream).toList();
            assertThat(winners).as("round " + round).hasSize(1);
            assertThat(journal.openEntryOf(FILM.file())).contains(winners.get(0));
            EditJournal winning = winners.get(0).owner().equals(me.mine()) ? journal : journals.get(2);
            winning.end(winners.get(0), EntryState.DONE, FILM.after());
        }
    }

    @Test
    public final void many_threads_with_files_of_their_own_all_get_them() {
        List<EditJournal> journals = List.of(journal, open(PLACE, you));
        int threads = 8;
        int each = 10;

        AtOnce.call(threads, thread -> {
            EditJournal one = journals.get(thread % journals.size());
            for (int i = 0; i < each; i++) {
                SampleChange change = SampleChange.of(thread + "-" + i + ".mkv");
                JournalEntry entry = one.begin(change.planned());
                if (i % 2 == 0) {
                    one.end(entry, EntryState.DONE, change.after());
                }
            }
            return thread;
        });

        assertThat(everything())
                .hasSize(threads * each)
                .filteredOn(JournalEntry::isOpen)
                .hasSize(threads * each / 2);
        assertThat(everything()).extracting(JournalEntry::id).doesNotHaveDuplicates();
    }

    // the end

    @Test
    public final void an_entry_ends_once() {
        JournalEntry entry = begin(FILM);
        journal.end(entry, EntryState.DONE, FILM.after());

        assertThatIllegalStateException()
                .isThrownBy(() -> journal.end(entry, EntryState.TAKEN_BACK, FILM.file()))
                .withMessageContaining(entry.id());

        assertThat(everything()).containsExactly(entry.ended(EntryState.DONE, FILM.after()));
    }

    @Test
    public final void an_entry_does_not_end_as_open() {
        JournalEntry entry = begin(FILM);

        assertThatIllegalArgumentException().isThrownBy(() -> journal.end(entry, EntryState.OPEN, FILM.after()));

        assertThat(journal.openEntryOf(FILM.file())).contains(entry);
    }

    @Test
    public final void only_its_owner_ends_an_entry() {
        JournalEntry entry = begin(FILM);

        assertThatIllegalStateException()
                .isThrownBy(() -> open(PLACE, you).end(entry, EntryState.DONE, FILM.after()))
                .withMessageContaining(entry.id());

        assertThat(everything()).containsExactly(entry);
    }

    @Test
    public final void the_end_of_one_entry_leaves_a_later_one_of_the_file_open() {
        JournalEntry first = begin(FILM);
        journal.end(first, EntryState.DONE, FILM.after());
        JournalEntry second = begin(FILM);

        assertThatIllegalStateException().isThrownBy(() -> journal.end(first, EntryState.DONE, FILM.after()));

        assertThat(journal.openEntryOf(FILM.file())).contains(second);
    }

    @Test
    public final void an_interrupted_thread_can_do_everything_and_stays_interrupted() {
        Thread.currentThread().interrupt();
        try {
            EditJournal yours = open(PLACE, you);
            JournalEntry entry = yours.begin(FILM.planned());
            assertThat(yours.openEntryOf(FILM.file())).contains(entry);
            yours.end(entry, EntryState.DONE, FILM.after());
            assertThat(yours.find(JournalQuery.EVERYTHING)).hasSize(1);
            assertThat(yours.takeAbandoned()).isEmpty();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    // recovery

    @Test
    public final void entries_of_living_owners_are_nobody_elses() {
        begin(FILM);
        open(PLACE, you).begin(SERIES.planned());

        assertThat(journal.takeAbandoned()).isEmpty();
        assertThat(open(PLACE, me.anotherRun()).takeAbandoned()).isEmpty();
    }

    @Test
    public final void open_entries_of_a_killed_run_change_hands_once() {
        EditJournal yours = open(PLACE, you);
        JournalEntry abandoned = yours.begin(FILM.planned());
        yours.end(yours.begin(SERIES.planned()), EntryState.DONE, SERIES.after());
        begin(SampleChange.of("mine.mkv"));
        you.kill();

        List<JournalEntry> taken = journal.takeAbandoned();

        JournalEntry mine =
                new JournalEntry(abandoned.id(), me.mine(), abandoned.change(), EntryState.OPEN, abandoned.after());
        assertThat(taken).containsExactly(mine);
        assertThat(journal.takeAbandoned()).isEmpty();
        assertThat(open(PLACE, me.anotherRun()).takeAbandoned()).isEmpty();
        assertThat(open(PLACE, me).openEntryOf(FILM.file())).contains(mine);
        assertThat(journal.find(JournalQuery.about(mine.id()))).containsExactly(mine);
    }

    @Test
    public final void open_entries_of_a_run_that_closed_are_given_too() {
        JournalEntry abandoned = open(PLACE, you).begin(FILM.planned());
        you.close();

        assertThat(journal.takeAbandoned()).extracting(JournalEntry::id).containsExactly(abandoned.id());
    }

    @Test
    public final void a_file_stays_refused_until_who_took_its_entry_has_ended_it() {
        open(PLACE, you).begin(FILM.planned());
        you.kill();
        refuses(journal, FILM);
        JournalEntry taken = journal.takeAbandoned().get(0);
        refuses(journal, FILM);

        journal.end(taken, EntryState.TAKEN_BACK, FILM.file());

        assertThat(everything()).containsExactly(taken.ended(EntryState.TAKEN_BACK, FILM.file()));
        begin(FILM);
    }

    @Test
    public final void what_was_taken_by_a_run_that_is_killed_too_is_given_on() {
        JournalEntry abandoned = open(PLACE, you).begin(FILM.planned());
        you.kill();
        InMemoryOwnerLocks third = me.anotherRun();
        assertThat(open(PLACE, third).takeAbandoned()).hasSize(1);
        third.kill();

        assertThat(journal.takeAbandoned()).extracting(JournalEntry::id).containsExactly(abandoned.id());
    }

    @Test
    public final void several_runs_recover_at_once_and_each_entry_goes_to_one() {
        EditJournal yours = open(PLACE, you);
        List<String> abandoned = IntStream.range(0, 20)
                .mapToObj(
                        i -> yours.begin(SampleChange.of(i + ".mkv").planned()).id())
                .toList();
        you.kill();
        List<EditJournal> journals =
                Stream.generate(() -> open(PLACE, me.anotherRun())).limit(6).toList();

        List<JournalEntry> taken = AtOnce.call(6, i -> journals.get(i).takeAbandoned()).stream()
                .flatMap(List::stream)
                .toList();

        assertThat(taken).extracting(JournalEntry::id).containsExactlyInAnyOrderElementsOf(abandoned);
        assertThat(everything()).containsExactlyInAnyOrderElementsOf(taken);
    }

    private static void refuses(EditJournal journal, SampleChange change) {
        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> journal.begin(change.planned()))
                .withMessageContaining(change.file().path().toString())
                .matches(e -> e.remedy() == Remedy.RETRY_LATER);
    }

    private static Optional<JournalEntry> beginOrRefused(EditJournal journal, SampleChange change) {
        try {
            return Optional.of(journal.begin(change.planned()));
        } catch (AudioFixException e) {
            assertThat(e.remedy()).isEqualTo(Remedy.RETRY_LATER);
            return Optional.empty();
        }
    }
}
