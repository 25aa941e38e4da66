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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program that ends, a disk that fails, a power cut: after every single step. */
class JournalCrashTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final SampleChange FILM = SampleChange.of("film.mkv");
    private static final SampleChange SERIES = SampleChange.of("series.mkv");

    private final InMemoryOwnerLocks first = new InMemoryOwnerLocks();

    @TempDir
    private Path temp;

    /** What a program was told, by entry: what counts as promised. */
    private final Map<String, EntryState> promised = new HashMap<>();

    @Test
    void a_program_killed_at_any_step_loses_nothing_that_was_promised() throws IOException {
        int step = 1;
        boolean struck;
        do {
            Path folder = temp.resolve("killed at " + step);
            struck = crash(folder, step).hasStruck();
            expectPromisesKept(folder, "step " + step);
            step++;
        } while (struck);
        assertThat(step).isGreaterThan(30);
    }

    @Test
    void a_power_cut_at_any_step_loses_nothing_that_was_promised() throws IOException {
        int rounds = Boolean.getBoolean("long") ? 100 : 4;
        for (int round = 0; round < rounds; round++) {
            int step = 1;
            boolean struck;
            do {
                String name = "cut " + round + " at " + step;
                DyingDisk disk = crash(temp.resolve(name), step);
                struck = disk.hasStruck();
                Random random = new Random(1000L * round + step);
                disk.cutPower(random);
                loseTheCounter(temp.resolve(name), random);
                expectPromisesKept(temp.resolve(name), name);
                step++;
            } while (struck);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void a_begin_that_fails_at_any_step_is_not_recorded(int step) {
        FileEditJournal.in(temp, first);
        FileEditJournal failing = FileEditJournal.in(temp, failingAfterOpeningAt(step), PATIENCE, first);

        refusesForNow(() -> failing.begin(FILM.planned()));

        assertThat(failing.find(JournalQuery.EVERYTHING)).isEmpty();
        assertThat(failing.openEntryOf(FILM.file())).isEmpty();
        JournalEntry later = failing.begin(FILM.planned());
        assertThat(failing.find(JournalQuery.EVERYTHING)).containsExactly(later);
        assertThat(temp.resolve("open")).isNotEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void an_end_that_fails_at_any_step_can_be_told_again(int step) {
        JournalEntry entry = FileEditJournal.in(temp, first).begin(FILM.planned());
        FileEditJournal failing = FileEditJournal.in(temp, failingAfterOpeningAt(step), PATIENCE, first);

        refusesForNow(() -> failing.end(entry, EntryState.DONE, FILM.after()));

        assertThat(failing.openEntryOf(FILM.file())).contains(entry);
        failing.end(entry, EntryState.DONE, FILM.after());
        assertThat(failing.find(JournalQuery.EVERYTHING)).containsExactly(entry.ended(EntryState.DONE, FILM.after()));
    }

    @Test
    void an_entry_that_could_not_be_removed_from_the_open_ones_has_ended() {
        JournalEntry entry = FileEditJournal.in(temp, first).begin(FILM.planned());
        FileEditJournal failing = FileEditJournal.in(temp, failingAfterOpeningAt(7), PATIENCE, first);

        failing.end(entry, EntryState.DONE, FILM.after());

        assertThat(temp.resolve("open")).isNotEmptyDirectory();
        assertThat(failing.openEntryOf(FILM.file())).isEmpty();
        assertThat(failing.find(JournalQuery.EVERYTHING)).containsExactly(entry.ended(EntryState.DONE, FILM.after()));
        failing.begin(FILM.planned());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void entries_that_cannot_be_taken_now_are_taken_the_next_time(int step) {
        InMemoryOwnerLocks gone = first.anotherRun();
        List.of(FILM, SERIES).forEach(change -> FileEditJournal.in(temp, gone).begin(change.planned()));
        gone.kill();
        FileEditJournal failing = FileEditJournal.in(temp, failingAfterOpeningAt(step), PATIENCE, first);

        List<JournalEntry> taken = new ArrayList<>();
        if (step <= 3) {
            refusesForNow(failing::takeAbandoned);
        } else {
            taken.addAll(failing.takeAbandoned());
            assertThat(taken).hasSize(1);
        }

        taken.addAll(failing.takeAbandoned());
        assertThat(taken).hasSize(2).extracting(JournalEntry::id).doesNotHaveDuplicates();
    }

    @Test
    void a_turn_that_another_program_keeps_is_waited_for_and_then_given_up() throws Exception {
        FileEditJournal journal = FileEditJournal.in(temp, new JournalDisk.Real(), Duration.ofMillis(20), first);
        try (OtherRun other = OtherRun.start(
                "keep", temp.resolve("locks"), temp.resolve("lock").toString())) {
            assertThat(other.line()).isEqualTo("kept");

            refusesForNow(() -> journal.begin(FILM.planned()));
            assertThat(journal.find(JournalQuery.EVERYTHING)).isEmpty();

            other.kill();
            journal.begin(FILM.planned());
        }
    }

    /** A life of a program: three changes, of which one belongs to a run that was killed. */
    private DyingDisk crash(Path folder, int step) {
        promised.clear();
        DyingDisk disk = DyingDisk.killingAt(step);
        InMemoryOwnerLocks gone = first.anotherRun();
        InMemoryOwnerLocks second = first.anotherRun();
        try {
            begin(FileEditJournal.in(folder, disk, PATIENCE, gone), SERIES);
            gone.kill();
            FileEditJournal journal = FileEditJournal.in(folder, disk, PATIENCE, second);
            end(journal, begin(journal, FILM), FILM);
            journal.takeAbandoned().forEach(entry -> end(journal, entry, SERIES));
            begin(journal, FILM);
        } catch (DyingDisk.Killed e) {
            assertThat(disk.hasStruck()).isTrue();
        }
        gone.kill();
        second.kill();
        return disk;
    }

    private JournalEntry begin(FileEditJournal journal, SampleChange change) {
        JournalEntry entry = journal.begin(change.planned());
        promised.put(entry.id(), EntryState.OPEN);
        return entry;
    }

    private void end(FileEditJournal journal, JournalEntry entry, SampleChange change) {
        journal.end(entry, EntryState.DONE, change.after());
        promised.put(entry.id(), EntryState.DONE);
    }

    private void expectPromisesKept(Path folder, String when) {
        FileEditJournal journal = FileEditJournal.in(folder, first);
        List<JournalEntry> all = journal.find(JournalQuery.EVERYTHING);
        List<JournalEntry> taken = journal.takeAbandoned();

        assertThat(all).extracting(JournalEntry::id).as(when).doesNotHaveDuplicates();
        promised.forEach((id, state) -> {
            JournalEntry kept =
                    all.stream().filter(e -> e.id().equals(id)).findFirst().orElseThrow();
            assertThat(state == EntryState.DONE && kept.isOpen()).as(when).isFalse();
            assertThat(taken.stream().anyMatch(e -> e.id().equals(id))).as(when).isEqualTo(kept.isOpen());
        });
        taken.forEach(entry -> journal.end(entry, EntryState.TAKEN_BACK, entry.after()));
        JournalEntry next = journal.begin(FILM.planned());
        journal.begin(SERIES.planned());
        assertThat(promised.keySet()).as(when).allMatch(id -> id.compareTo(next.id()) < 0);
        assertThat(all).as(when).allMatch(entry -> entry.id().compareTo(next.id()) < 0);
    }

    private static DyingDisk failingAfterOpeningAt(int step) {
        int opening = 3; // two folders that are there, and one force
        return DyingDisk.failingAt(opening + step);
    }

    private static void loseTheCounter(Path folder, Random random) throws IOException {
        Path lock = folder.resolve("lock");
        if (Files.exists(lock) && random.nextBoolean()) {
            Files.write(lock, new byte[0]);
        }
    }

    private static void refusesForNow(ThrowingCallable call) {
        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(call)
                .matches(e -> e.remedy() == Remedy.RETRY_LATER);
    }
}
