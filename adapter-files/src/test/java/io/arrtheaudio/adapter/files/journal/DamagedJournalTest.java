package io.arrtheaudio.adapter.files.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.journal.EntryState;
import io.arrtheaudio.domain.journal.JournalEntry;
import io.arrtheaudio.domain.journal.JournalQuery;
import io.arrtheaudio.kit.InMemoryOwnerLocks;
import io.arrtheaudio.kit.SampleChange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal to which somebody else did something: nothing but the damaged entry is lost, and its name is told. */
class DamagedJournalTest {

    private static final SampleChange FILM = SampleChange.of("film.mkv");
    private static final SampleChange SERIES = SampleChange.of("series.mkv");

    @TempDir
    private Path folder;

    private final InMemoryOwnerLocks locks = new InMemoryOwnerLocks();
    private FileEditJournal journal;
    private JournalEntry ended;
    private JournalEntry open;
    private JournalEntry other;
    private Path endedFile;
    private Path openFile;

    @BeforeEach
    void record() {
        InMemoryOwnerLocks gone = locks.anotherRun();
        FileEditJournal theirs = FileEditJournal.in(folder, gone);
        JournalEntry begun = theirs.begin(FILM.planned());
        ended = begun.ended(EntryState.DONE, FILM.after());
        theirs.end(begun, EntryState.DONE, FILM.after());
        open = theirs.begin(FILM.planned());
        other = theirs.begin(SERIES.planned());
        gone.kill();
        journal = FileEditJournal.in(folder, locks);
        JournalFolder places = new JournalFolder(folder);
        endedFile = places.endedOf(JournalFolder.numberOf(ended.id()));
        openFile = places.openOf(FILM.file());
    }

    @Test
    void an_open_entry_cut_at_any_length_keeps_its_file_from_being_changed_and_is_named() throws IOException {
        byte[] whole = Files.readAllBytes(openFile);
        for (int length = 0; length < whole.length; length++) {
            Files.write(openFile, Arrays.copyOf(whole, length));

            refuses(() -> journal.begin(FILM.planned()));
            refuses(() -> journal.openEntryOf(FILM.file()));
            refuses(() -> journal.end(open, EntryState.DONE, FILM.after()));
            assertThat(journal.find(JournalQuery.EVERYTHING)).containsExactly(other, ended);
        }
        assertThat(journal.takeAbandoned()).extracting(JournalEntry::id).containsExactly(other.id());
        assertThat(openFile).exists();
    }

    @Test
    void an_open_entry_with_any_byte_changed_is_refused() throws IOException {
        byte[] whole = Files.readAllBytes(openFile);
        for (int at = 0; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= 0x10;
            Files.write(openFile, changed);

            refuses(() -> journal.openEntryOf(FILM.file()));
        }
    }

    @Test
    void an_ended_entry_cut_at_any_length_is_passed_over() throws IOException {
        byte[] whole = Files.readAllBytes(endedFile);
        for (int length = 0; length < whole.length; length++) {
            Files.write(endedFile, Arrays.copyOf(whole, length));

            assertThat(journal.find(JournalQuery.EVERYTHING)).containsExactly(other, open);
        }
        assertThat(journal.openEntryOf(FILM.file())).contains(open);
        assertThat(journal.takeAbandoned()).hasSize(2);
    }

    @Test
    void numbers_go_on_behind_a_damaged_entry() throws IOException {
        Files.write(openFile, new byte[0]);
        Files.write(folder.resolve("lock"), new byte[0]);

        JournalEntry next = FileEditJournal.in(folder, locks)
                .begin(SampleChange.of("third.mkv").planned());

        assertThat(next.id()).isGreaterThan(other.id());
    }

    @Test
    void an_entry_of_a_newer_program_is_not_read() throws IOException {
        byte[] newer = Files.readAllBytes(openFile);
        newer[7] = 2;
        CRC32 sum = new CRC32();
        sum.update(newer, 0, newer.length - 4);
        ByteBuffer.wrap(newer).putInt(newer.length - 4, (int) sum.getValue());
        Files.write(openFile, newer);

        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> journal.begin(FILM.planned()))
                .withMessageContaining("a newer ArrTheAudio wrote it");
    }

    @Test
    void what_lies_there_besides_is_not_looked_at() throws IOException {
        Files.writeString(folder.resolve("open/notes.txt"), "text");
        Files.writeString(openFile.resolveSibling(openFile.getFileName() + ".part"), "half");
        Files.createDirectories(folder.resolve("entries/old/0000000001"));
        Files.writeString(endedFile.resolveSibling("0000000001.bak"), "text");

        assertThat(journal.find(JournalQuery.EVERYTHING)).containsExactly(other, open, ended);
    }

    @Test
    void a_folder_that_is_removed_meanwhile_fails_what_is_begun() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }

        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> journal.begin(SampleChange.of("third.mkv").planned()))
                .matches(e -> e.remedy() == Remedy.RETRY_LATER);
        assertThat(folder).doesNotExist();
    }

    @Test
    void a_folder_that_cannot_be_used_is_refused(@TempDir Path temp) throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "text");

        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> FileEditJournal.in(file, locks))
                .withMessageContaining(file.toString())
                .matches(e -> e.remedy() == Remedy.FIX_SETTINGS);
    }

    private void refuses(ThrowingCallable call) {
        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(call)
                .withMessageContaining(openFile.toString())
                .withMessageContaining("film.mkv")
                .matches(e -> e.remedy() == Remedy.FIX_FILE);
    }
}
