package io.arrtheaudio.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.edit.EditPlan;
import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.journal.EntryState;
import io.arrtheaudio.domain.journal.JournalEntry;
import io.arrtheaudio.domain.journal.JournalQuery;
import io.arrtheaudio.domain.journal.Recovered;
import io.arrtheaudio.port.out.InspectedFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A run of the program is killed; the next one settles what it left. */
class RecoveryServiceTest {

    private final Library library = new Library();
    private final Path file = library.wrong();
    private final byte[] before = library.disk.content(file);

    /** What a kill feels like from inside. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    @Test
    void nothing_was_left_and_nothing_happens() {
        library.fix(file);

        assertThat(library.recovery().recover()).isEmpty();
    }

    @Test
    void killed_before_the_first_byte_nothing_has_happened() {
        killedAtWrite(() -> {});

        assertThat(recovered().how()).isEqualTo(EntryState.TAKEN_BACK);
        assertThat(library.disk.content(file)).isEqualTo(before);
        assertThat(library.disk.modified(file)).isEqualTo(Library.LONG_AGO);
    }

    @Test
    void killed_in_the_middle_of_the_write_the_file_becomes_the_new_one() {
        killedAtWrite(this::writeHalf);

        assertThat(recovered().how()).isEqualTo(EntryState.DONE);
        assertThat(library.defaultOf(file)).isEqualTo(1);
        assertThat(entry().after()).isEqualTo(library.disk.stat(file).identity());
    }

    @Test
    void killed_after_the_write_the_change_is_noted() {
        library.journal.atNextEnd(() -> {
            throw new Killed();
        });
        kill();
        byte[] after = library.disk.content(file);

        assertThat(recovered().how()).isEqualTo(EntryState.DONE);
        assertThat(library.disk.content(file)).isEqualTo(after);
    }

    @Test
    void a_finished_change_keeps_the_old_time_where_times_are_preserved() {
        library.rules = library.rules.with(MtimeRule.PRESERVE);
        killedAtWrite(this::writeHalf);

        recovered();

        assertThat(library.disk.modified(file)).isEqualTo(Library.LONG_AGO);
    }

    @Test
    void a_change_that_turns_out_wrong_when_finished_is_taken_back() {
        killedAtWrite(this::writeHalf);
        library.inspector = path -> {
            throw Library.failure(Remedy.FIX_FILE, "unreadable");
        };

        assertThat(recovered().how()).isEqualTo(EntryState.TAKEN_BACK);
        assertThat(library.disk.content(file)).isEqualTo(before);
    }

    @Test
    void a_file_renamed_meanwhile_is_found_in_its_folder() {
        killedAtWrite(this::writeHalf);
        Path renamed = library.disk.hardLink("renamed.mkv", file);
        library.disk.delete(file);

        assertThat(recovered().how()).isEqualTo(EntryState.DONE);
        assertThat(library.defaultOf(renamed)).isEqualTo(1);
    }

    @Test
    void a_file_with_foreign_bytes_is_left_and_reported_at_every_start() {
        killedAtWrite(() -> {});
        EditPlan plan = entry().change().plan();
        byte[] foreign = before.clone();
        foreign[(int) plan.patches().get(0).offset()] = 77;
        library.disk.put("film.mkv", foreign);

        for (int start = 0; start < 2; start++) {
            Recovered recovered = recovered();
            assertThat(recovered.isUnsettled()).isTrue();
            assertThat(recovered.detail()).contains("neither");
        }
        assertThat(library.disk.content(file)).isEqualTo(foreign);
    }

    @Test
    void what_is_no_film_is_never_written_to_whatever_a_journal_says() {
        killedAtWrite(this::writeHalf);
        byte[] half = library.disk.content(file);
        library.inspector = path -> new InspectedFile.Other("a text file");

        Recovered recovered = recovered();

        assertThat(recovered.isUnsettled()).isTrue();
        assertThat(recovered.detail()).contains("a text file");
        assertThat(library.disk.content(file)).isEqualTo(half);
    }

    @Test
    void another_file_under_the_name_is_left_and_reported() {
        killedAtWrite(this::writeHalf);
        library.disk.delete(file);
        library.disk.put("film.mkv", (byte) 1, (byte) 2);

        assertThat(recovered().isUnsettled()).isTrue();
        assertThat(library.disk.content(file)).containsExactly(1, 2);
    }

    @Test
    void a_file_that_the_disk_calls_otherwise_after_a_restart_is_settled_all_the_same() {
        killedAtWrite(this::writeHalf);
        byte[] torn = library.disk.content(file);
        library.disk.delete(file);
        library.disk.put("film.mkv", torn);

        assertThat(recovered().how()).isEqualTo(EntryState.DONE);
        assertThat(library.defaultOf(file)).isEqualTo(1);
    }

    @Test
    void what_cannot_be_settled_is_reported_until_it_is_forgotten() {
        killedAtWrite(this::writeHalf);
        library.disk.delete(file);
        library.disk.put("film.mkv", (byte) 1, (byte) 2);
        String id = recovered().entry().id();

        assertThat(library.recovery().forget(id + "0")).isFalse();
        assertThat(library.recovery().forget(id)).isTrue();

        assertThat(library.recovery().recover()).isEmpty();
        assertThat(entry().state()).isEqualTo(EntryState.TAKEN_BACK);
        assertThat(library.disk.content(file)).containsExactly(1, 2);
    }

    @Test
    void what_can_be_settled_is_settled_and_not_forgotten() {
        killedAtWrite(this::writeHalf);

        assertThat(library.recovery().forget(entry().id())).isFalse();

        assertThat(library.defaultOf(file)).isEqualTo(1);
    }

    @Test
    void what_another_living_program_is_at_is_not_touched() {
        killedAtWrite(this::writeHalf);
        byte[] torn = library.disk.content(file);
        RecoveryService other = new RecoveryService(
                new Disk(library.disk, library.writer, library.replacements),
                library.engine,
                library.journal.sharedWith(library.locks.anotherRun()),
                MtimeRule.TOUCH);

        assertThat(other.recover()).isEmpty();
        assertThat(library.disk.content(file)).isEqualTo(torn);
    }

    // replacements

    @Test
    void killed_before_the_swap_the_copy_is_removed() {
        copying();
        library.replacements.atNextSwap(() -> {
            throw new Killed();
        });
        killLeavingReplacement();

        assertThat(recovered().how()).isEqualTo(EntryState.TAKEN_BACK);
        assertThat(library.disk.content(file)).isEqualTo(before);
        assertThat(library.disk.names()).containsExactlyInAnyOrder("film.mkv", "seed.mkv");
    }

    @Test
    void killed_after_the_swap_the_change_is_noted() {
        copying();
        library.journal.atNextEnd(() -> {
            throw new Killed();
        });
        kill();

        assertThat(recovered().how()).isEqualTo(EntryState.DONE);
        assertThat(library.defaultOf(file)).isEqualTo(1);
        assertThat(entry().after()).isEqualTo(library.disk.stat(file).identity());
        assertThat(library.disk.content(library.disk.root().resolve("seed.mkv")))
                .isEqualTo(before);
    }

    private void copying() {
        library.disk.hardLink("seed.mkv", file);
        library.rules = library.rules.with(HardlinkRule.COPY);
    }

    /** The program is dead, so it cannot clean up. */
    private void killLeavingReplacement() {
        byte[][] copy = new byte[1][];
        Path[] place = new Path[1];
        library.replacements.atNextRemove(path -> {
            place[0] = path;
            copy[0] = library.disk.content(path);
            throw new Killed();
        });
        kill();
        assertThat(library.disk.content(place[0])).isEqualTo(copy[0]);
    }

    private void killedAtWrite(Runnable before) {
        library.writer.atNextWrite(() -> {
            before.run();
            throw new Killed();
        });
        kill();
    }

    private void writeHalf() {
        byte[] half = before.clone();
        library.writer.writeFirstPatchOf(half, entry().change().plan());
        library.disk.put("film.mkv", half);
    }

    private void kill() {
        try {
            Outcome outcome = library.fix(file);
            throw new AssertionError("it lives on: " + outcome);
        } catch (Killed e) {
            assertThat(entry().isOpen()).isTrue();
        }
    }

    private Recovered recovered() {
        List<Recovered> all = library.recovery().recover();
        assertThat(all).hasSize(1);
        assertThat(all.get(0).isUnsettled()).isEqualTo(entry().isOpen());
        return all.get(0);
    }

    private JournalEntry entry() {
        return library.journal.find(JournalQuery.EVERYTHING).get(0);
    }
}
