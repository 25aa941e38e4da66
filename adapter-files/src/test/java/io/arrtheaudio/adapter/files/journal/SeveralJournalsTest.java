package io.arrtheaudio.adapter.files.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.journal.EntryState;
import io.arrtheaudio.domain.journal.JournalEntry;
import io.arrtheaudio.domain.journal.JournalQuery;
import io.arrtheaudio.kit.SampleChange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several programs with one journal. */
class SeveralJournalsTest {

    private static final int CHANGES = 60;

    @TempDir
    private Path temp;

    @Test
    void programs_that_record_at_once_lose_nothing_and_share_no_number() throws Exception {
        List<OtherRun> programs = new ArrayList<>();
        for (String name : List.of("one", "two")) {
            programs.add(OtherRun.start("record", locks(), folder(), name, "" + CHANGES));
        }
        try (LockFiles run = LockFiles.in(locks())) {
            FileEditJournal journal = FileEditJournal.in(Path.of(folder()), run);
            for (int i = 0; i < CHANGES; i++) {
                SampleChange change = SampleChange.of("mine-" + i + ".mkv");
                journal.end(journal.begin(change.planned()), EntryState.DONE, change.after());
            }
            for (OtherRun program : programs) {
                assertThat(program.lines()).hasSize(2 * CHANGES);
                assertThat(program.exitValue()).isZero();
            }

            assertThat(journal.find(JournalQuery.EVERYTHING))
                    .hasSize(3 * CHANGES)
                    .noneMatch(JournalEntry::isOpen)
                    .extracting(JournalEntry::id)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void a_program_killed_at_any_moment_leaves_a_journal_that_works() throws Exception {
        long seed = 20_261_125;
        Random random = new Random(seed);
        int kills = Boolean.getBoolean("long") ? 100 : 10;
        Map<String, String> told = new HashMap<>();
        for (int kill = 0; kill < kills; kill++) {
            told.putAll(toldUntilKilled(kill, random.nextInt(30), random.nextInt(3_000_000)));
            expectTold(told, "seed " + seed + ", kill " + kill);
        }
    }

    /** What a program told about each entry until it was killed, so many lines after its start and a moment later. */
    private Map<String, String> toldUntilKilled(int kill, int lines, int nanos) throws Exception {
        Map<String, String> told = new HashMap<>();
        try (OtherRun program = OtherRun.start("forever", locks(), folder(), "run" + kill)) {
            for (int i = 0; i <= lines; i++) {
                note(program.line(), told);
            }
            long until = System.nanoTime() + nanos;
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            program.kill();
            program.lines().forEach(line -> note(line, told));
        }
        return told;
    }

    private static void note(String line, Map<String, String> told) {
        String[] words = line.split(" ");
        if (words.length == 3 && words[2].endsWith(".mkv")) { // else killed in the middle of a line
            told.put(words[1], words[0]);
        }
    }

    private void expectTold(Map<String, String> told, String when) {
        try (LockFiles run = LockFiles.in(locks())) {
            FileEditJournal journal = FileEditJournal.in(Path.of(folder()), run);
            Map<String, JournalEntry> all = journal.find(JournalQuery.EVERYTHING).stream()
                    .collect(Collectors.toMap(JournalEntry::id, Function.identity()));

            told.forEach((id, what) -> {
                assertThat(all).as(when).containsKey(id);
                assertThat(what.equals("ended") && all.get(id).isOpen())
                        .as(when)
                        .isFalse();
            });
            List<JournalEntry> taken = journal.takeAbandoned();
            assertThat(taken).as(when).hasSize((int)
                    all.values().stream().filter(JournalEntry::isOpen).count());
            taken.forEach(entry -> journal.end(entry, EntryState.TAKEN_BACK, entry.after()));
        }
    }

    private Path locks() {
        return temp.resolve("locks");
    }

    private String folder() {
        return temp.resolve("journal").toString();
    }
}
