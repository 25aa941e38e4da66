package io.arrtheaudio.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.edit.FileIdentity;
import io.arrtheaudio.domain.journal.EntryState;
import io.arrtheaudio.domain.journal.JournalEntry;
import io.arrtheaudio.domain.journal.JournalQuery;
import io.arrtheaudio.port.out.EditJournal;
import io.arrtheaudio.port.out.OldChanges;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link OldChanges} does with a journal. */
public abstract class OldChangesContract {

    private static final Instant NOON = Instant.parse("2026-02-28T12:00:00Z");
    private static final Instant OLD = NOON.minusNanos(1);
    private static final int ALL = 10_000;

    /** The journal of this test. */
    protected abstract EditJournal journal();

    /** What is old in it. */
    protected abstract OldChanges old();

    @Test
    public final void of_an_empty_journal_nothing_goes() {
        assertThat(old().count(NOON)).isZero();
        assertThat(old().forget(NOON, ALL)).isZero();
    }

    @Test
    public final void what_was_done_before_a_moment_goes_in_steps_and_the_rest_stays() {
        done(film("a").at(OLD));
        done(film("b").at(OLD));
        takenBack(film("c").at(OLD));
        String young = done(film("d").at(NOON));

        assertThat(old().count(NOON)).isEqualTo(3);
        assertThat(ids()).hasSize(4);
        assertThat(old().forget(NOON, 2)).isEqualTo(2);
        assertThat(old().forget(NOON, 2)).isEqualTo(1);
        assertThat(old().forget(NOON, 2)).isZero();
        assertThat(ids()).containsExactly(young);
    }

    @Test
    public final void what_is_open_stays_however_old_it_is() {
        String open = journal().begin(film("a").at(OLD).planned()).id();

        assertThat(old().count(NOON)).isZero();
        assertThat(old().forget(NOON, ALL)).isZero();
        assertThat(ids()).containsExactly(open);
    }

    @Test
    public final void a_change_that_is_being_taken_back_stays_with_its_undo() {
        String first = done(film("a").at(OLD));
        String open =
                journal().begin(film("a").undoing(first).at(OLD).planned()).id();

        assertThat(old().forget(NOON, ALL)).isZero();
        assertThat(ids()).containsExactly(open, first);
    }

    @Test
    public final void a_change_whose_undo_is_younger_stays_with_it() {
        String first = done(film("a").at(OLD));
        String undo = done(film("a").undoing(first).at(NOON));
        done(film("a").at(NOON));

        assertThat(old().forget(NOON, ALL)).isZero();
        assertThat(ids()).hasSize(3).contains(undo, first);
    }

    @Test
    public final void the_undo_that_was_the_last_thing_done_to_a_file_stays_for_it_keeps_the_file_as_it_is() {
        String first = done(film("a").at(OLD));
        String undo = done(film("a").undoing(first).at(OLD));
        done(film("b").at(OLD));

        assertThat(old().count(NOON)).isEqualTo(1);
        assertThat(old().forget(NOON, ALL)).isEqualTo(1);
        assertThat(ids()).containsExactly(undo, first);
    }

    @Test
    public final void an_undo_after_which_the_file_was_changed_goes_with_all_that_hangs_on_it() {
        String first = done(film("a").at(OLD));
        String undo = done(film("a").undoing(first).at(OLD));
        done(film("a").undoing(undo).at(OLD));
        String later = done(film("a").at(NOON));

        assertThat(old().count(NOON)).isEqualTo(3);
        assertThat(old().forget(NOON, 1)).isEqualTo(3);
        assertThat(ids()).containsExactly(later);
    }

    @Test
    public final void a_change_of_another_file_of_that_name_does_not_count() {
        String first = done(film("a").at(OLD));
        String undo = done(film("a").undoing(first).at(OLD));
        String other = done(SampleChange.of("a", "another file").at(NOON));

        assertThat(old().forget(NOON, ALL)).isZero();
        assertThat(ids()).containsExactly(other, undo, first);
    }

    @Test
    public final void an_undo_that_did_not_come_about_keeps_nothing() {
        String first = done(film("a").at(OLD));
        takenBack(film("a").undoing(first).at(OLD));

        assertThat(old().forget(NOON, ALL)).isEqualTo(2);
        assertThat(ids()).isEmpty();
    }

    @Test
    public final void numbers_are_not_given_again() {
        String first = done(film("a").at(OLD));
        old().forget(NOON, ALL);

        assertThat(done(film("b").at(OLD))).isNotEqualTo(first);
    }

    private static SampleChange film(String name) {
        return SampleChange.of(name);
    }

    private String done(SampleChange change) {
        return ended(change, EntryState.DONE, change.after());
    }

    private void takenBack(SampleChange change) {
        ended(change, EntryState.TAKEN_BACK, change.file());
    }

    private String ended(SampleChange change, EntryState how, FileIdentity after) {
        JournalEntry entry = journal().begin(change.planned());
        journal().end(entry, how, after);
        return entry.id();
    }

    private List<String> ids() {
        return journal().find(JournalQuery.EVERYTHING).stream()
                .map(JournalEntry::id)
                .toList();
    }
}
