package io.arrtheaudio.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.arrtheaudio.domain.journal.EntryState;
import io.arrtheaudio.domain.journal.JournalEntry;
import io.arrtheaudio.domain.journal.JournalQuery;
import io.arrtheaudio.port.out.EditJournal;
import io.arrtheaudio.port.out.OwnerLocks;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InMemoryEditJournalTest extends EditJournalContract {

    private static final SampleChange FILM = SampleChange.of("film.mkv");

    private final Map<String, InMemoryEditJournal> places = new HashMap<>();
    private final InMemoryEditJournal fake = new InMemoryEditJournal(new InMemoryOwnerLocks());

    @Override
    protected EditJournal open(String place, OwnerLocks locks) {
        return places.computeIfAbsent(place, name -> new InMemoryEditJournal(locks))
                .sharedWith(locks);
    }

    @Test
    void taking_back_what_is_not_done_is_misuse() {
        JournalEntry open = fake.begin(SampleChange.of("other.mkv").planned());

        for (String id : new String[] {open.id(), "99"}) {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> fake.begin(FILM.undoing(id).planned()))
                    .withMessageContaining("not done");
        }
    }

    @Test
    void an_arranged_failure_happens_once_and_records_nothing() {
        fake.atNextBegin(InMemoryEditJournalTest::fail).atNextEnd(InMemoryEditJournalTest::fail);

        assertThatIllegalStateException().isThrownBy(() -> fake.begin(FILM.planned()));
        assertThat(fake.find(JournalQuery.EVERYTHING)).isEmpty();
        JournalEntry entry = fake.begin(FILM.planned());
        assertThatIllegalStateException().isThrownBy(() -> fake.end(entry, EntryState.DONE, FILM.after()));
        assertThat(fake.openEntryOf(FILM.file())).contains(entry);
        fake.end(entry, EntryState.DONE, FILM.after());
        assertThat(fake.openEntryOf(FILM.file())).isEmpty();
    }

    private static void fail() {
        throw new IllegalStateException("arranged");
    }
}
