package io.arrtheaudio.adapter.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.journal.EntryState;
import io.arrtheaudio.domain.journal.JournalEntry;
import io.arrtheaudio.domain.journal.JournalQuery;
import io.arrtheaudio.kit.InMemoryOwnerLocks;
import io.arrtheaudio.kit.SampleChange;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeveralProgramsTest {

    private static final int CHANGES = 100;
    private static final int ANSWERS = 200;

    @TempDir
    private Path folder;

    @TempDir
    private Path temp;

    @Test
    void programs_that_start_at_once_make_the_database_once_and_record_everything() throws Exception {
        List<Process> programs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            programs.add(OtherProgram.start(temp, folder.toString(), "record", "program" + i, "" + CHANGES));
        }
        try (Database database = Database.open(DatabaseSettings.in(folder))) {
            JdbiEditJournal journal = new JdbiEditJournal(database, new InMemoryOwnerLocks());
            for (int i = 0; i < CHANGES; i++) {
                SampleChange change = SampleChange.of("mine-" + i + ".mkv");
                journal.end(journal.begin(change.planned()), EntryState.DONE, change.after());
            }
            for (Process program : programs) {
                assertThat(ended(program)).isZero();
            }

            assertThat(journal.find(JournalQuery.EVERYTHING))
                    .hasSize(4 * CHANGES)
                    .noneMatch(JournalEntry::isOpen);
        }
    }

    @Test
    void programs_that_start_at_once_remember_all_their_answers() throws Exception {
        List<Process> programs = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            programs.add(OtherProgram.start(temp, folder.toString(), "answer", "program" + i, "" + ANSWERS));
        }
        for (Process program : programs) {
            assertThat(ended(program)).isZero();
        }

        try (DatabaseView view = DatabaseView.openExisting(folder).orElseThrow()) {
            assertThat(view.languages().all()).hasSize(2 * ANSWERS + 1);
            assertThat(view.languages().find("a title of all"))
                    .hasValueSatisfying(
                            answer -> assertThat(answer.at()).isEqualTo(Instant.ofEpochSecond(ANSWERS - 1)));
        }
    }

    @Test
    void what_a_killed_program_had_begun_is_remembered_and_can_be_taken() throws Exception {
        Process program = OtherProgram.start(temp, folder.toString(), "begin", "film.mkv");
        OtherProgram.expectLine(program, "begun");

        program.destroyForcibly();

        assertThat(ended(program)).isNotZero();
        try (Database database = Database.open(DatabaseSettings.in(folder))) {
            JdbiEditJournal journal = new JdbiEditJournal(database, new InMemoryOwnerLocks());
            List<JournalEntry> taken = journal.takeAbandoned();
            assertThat(taken)
                    .extracting(JournalEntry::change)
                    .containsExactly(SampleChange.of("film.mkv").planned());
            assertThat(taken).allMatch(JournalEntry::isOpen);
        }
    }

    @Test
    void a_killed_program_leaves_nothing_in_the_temp_folder() throws Exception {
        Process program = OtherProgram.start(temp, folder.toString(), "begin", "film.mkv");
        OtherProgram.expectLine(program, "begun");

        program.destroyForcibly();

        assertThat(ended(program)).isNotZero();
        assertThat(temp).isEmptyDirectory();
    }

    private static int ended(Process program) throws InterruptedException {
        boolean ended = program.waitFor(1, TimeUnit.MINUTES);
        program.destroyForcibly();
        assertThat(ended).as("ended within a minute").isTrue();
        return program.exitValue();
    }
}
