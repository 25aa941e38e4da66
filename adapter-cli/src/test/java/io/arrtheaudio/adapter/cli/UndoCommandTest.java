package io.arrtheaudio.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.edit.UndoOutcome;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.journal.EntryState;
import io.arrtheaudio.port.in.UndoObserver;
import io.arrtheaudio.port.in.UndoRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UndoCommandTest {

    private static final Path FILM = Path.of("Film.mkv");
    private static final UndoOutcome UNDONE = new UndoOutcome.Undone(FILM, "12", "13", "");
    private static final UndoOutcome BY_TOOL =
            new UndoOutcome.Undone(Path.of("b.mp4"), "11", "14", "the flags are back; the container is ffmpeg's");
    private static final UndoOutcome WOULD = new UndoOutcome.WouldUndo(FILM, "12", "");
    private static final UndoOutcome REFUSED =
            new UndoOutcome.Refused(Path.of("c.mkv"), "9", "it has changed since; look at it yourself");
    private static final UndoOutcome FAILED =
            new UndoOutcome.Failed(Path.of("d.mkv"), "8", Remedy.RETRY_LATER, "cannot write d.mkv: the disk is full");

    private final CommandRun command = new CommandRun();

    @Test
    void one_change_is_one_line() {
        meets(UNDONE);
        command.run("undo", "Film.mkv").exitsWith(0);
        assertThat(command.out()).isEqualTo("undone        Film.mkv: entry 12 is taken back, by entry 13\n");
        assertThat(command.err()).isEmpty();
        assertThat(command.wiring.calls).containsExactly("recover", "undo");
        assertThat(command.wiring.closed).isOne();
    }

    @Test
    void several_are_counted_and_what_was_not_undone_is_a_failure() {
        meets(UNDONE, BY_TOOL, REFUSED, FAILED);
        command.run("undo", "--all", "--yes").exitsWith(1);
        assertThat(command.out()).isEqualTo("""
                        undone        Film.mkv: entry 12 is taken back, by entry 13
                        undone        b.mp4: entry 11 is taken back, by entry 14; the flags are back; the container is ffmpeg's
                        4 changes
                          failed   1
                          refused  1
                          undone   2
                        """);
        assertThat(command.err()).isEqualTo("""
                        arrtheaudio: did not undo entry 9 of c.mkv: it has changed since; look at it yourself
                        arrtheaudio: did not undo entry 8 of d.mkv: cannot write d.mkv: the disk is full
                        """);
    }

    @Test
    void a_refusal_alone_is_a_failure_too() {
        meets(REFUSED);
        command.run("undo", "--last").exitsWith(1);
        assertThat(command.out()).isEmpty();
    }

    @Test
    void a_dry_run_tells_and_neither_asks_nor_recovers() {
        meets(WOULD, new UndoOutcome.WouldUndo(Path.of("b"), "11", "flags only"));
        command.run("undo", "--all", "--dry-run").exitsWith(0);
        assertThat(command.out()).isEqualTo("""
                        would undo    Film.mkv: entry 12 can be taken back
                        would undo    b: entry 11 can be taken back; flags only
                        2 changes (dry run, nothing was written)
                          would undo  2
                        """);
        assertThat(request().dryRun()).isTrue();
        assertThat(command.wiring.calls).containsExactly("undo");
    }

    @Test
    void a_dry_run_by_the_settings_counts_as_well() {
        meets(WOULD);
        command.wiring.dryRun = true;
        command.run("undo", "Film.mkv").exitsWith(0);
        assertThat(request().dryRun()).isTrue();
        assertThat(command.wiring.calls).containsExactly("undo");
    }

    @Test
    void what_an_earlier_run_left_is_told_first() {
        command.wiring.recovered = List.of(
                Sample.recovered("a\n.mkv", EntryState.DONE, "all bytes were there"),
                Sample.recovered("b.mkv", EntryState.TAKEN_BACK, "half of them were"),
                Sample.recovered("c.mkv", EntryState.OPEN, "byte 20 is neither old nor new"));
        meets(UNDONE);
        command.run("undo", "Film.mkv").exitsWith(0);
        assertThat(command.err()).isEqualTo("""
                        note: finished a change of /library/a\\n.mkv that an earlier run did not end (entry 12): \
                        all bytes were there
                        note: took back a change of /library/b.mkv that an earlier run did not end (entry 12): \
                        half of them were
                        arrtheaudio: cannot settle a change of /library/c.mkv that an earlier run did not end (entry 12): \
                        byte 20 is neither old nor new; the file is left as it is: check that it plays, put it back \
                        from elsewhere if it does not, and then say arrtheaudio admin forget 12
                        """);
    }

    @Test
    void a_file_without_a_change_is_a_failure_and_the_others_are_done(@TempDir Path folder) throws Exception {
        Path film = Files.createFile(folder.resolve("film.mkv"));
        Path link = Files.createSymbolicLink(folder.resolve("link.mkv"), film);
        Path second = Files.createLink(folder.resolve("second.mkv"), film);
        meets(new UndoOutcome.Undone(film.toRealPath(), "12", "13", ""));
        command.run(
                        "undo",
                        link.toString(),
                        second.toString(),
                        folder.resolve("x/../film.mkv").toString(),
                        "gone.mkv")
                .exitsWith(1);
        assertThat(command.err())
                .isEqualTo("arrtheaudio: found nothing to undo of gone.mkv: the journal has no change"
                        + " of it that is still in the file\n");
        assertThat(command.out()).startsWith("undone        " + film.toRealPath() + ": entry 12");
    }

    @Test
    void an_entry_that_is_not_there_is_a_failure() {
        meets();
        command.run("undo", "--entry", "99").exitsWith(1);
        assertThat(command.err())
                .isEqualTo("arrtheaudio: found nothing to undo of entry 99: the journal has no such"
                        + " entry, or what it tells of is not in the file any more\n");
    }

    @Test
    void an_empty_journal_is_no_failure() {
        meets();
        command.run("undo", "--last").exitsWith(0);
        assertThat(command.out()).isEqualTo("found nothing to undo\n");
        assertThat(command.err()).isEmpty();
    }

    @Test
    void a_journal_that_cannot_be_read_is_one_line() {
        command.wiring.undo = (request, observer) -> {
            throw new AudioFixException(Remedy.FIX_FILE, "cannot read the journal /x: it is garbage; restore it");
        };
        command.run("undo", "--last").exitsWith(1);
        assertThat(command.err()).isEqualTo("arrtheaudio: cannot read the journal /x: it is garbage; restore it\n");
        assertThat(command.wiring.closed).isOne();
    }

    @Test
    void a_name_cannot_start_a_new_line() {
        Path odd = Path.of("a\nb.mkv");
        meets(new UndoOutcome.Undone(odd, "1", "2", "x\ny"), new UndoOutcome.Refused(odd, "1", "why\nso"));
        command.run("undo", "--last").exitsWith(1);
        assertThat(command.out()).startsWith("undone        a\\nb.mkv: entry 1 is taken back, by entry 2; x\\ny\n");
        assertThat(command.err()).isEqualTo("arrtheaudio: did not undo entry 1 of a\\nb.mkv: why\\nso\n");
    }

    @Test
    void programs_get_a_line_for_each() {
        meets(BY_TOOL, REFUSED, FAILED);
        command.run("undo", "--json", "--since", "2h", "--yes").exitsWith(1);
        List<Map<String, Object>> lines = Json.lines(command.out());
        assertThat(lines.get(0))
                .containsEntry("type", "undo")
                .containsEntry("file", "b.mp4")
                .containsEntry("entry", "11")
                .containsEntry("by", "14")
                .containsEntry("note", "the flags are back; the container is ffmpeg's");
        assertThat(lines.get(1))
                .containsEntry("outcome", "refused")
                .containsKey("detail")
                .doesNotContainKey("by");
        assertThat(lines.get(2)).containsEntry("outcome", "failed").containsEntry("reason", "retry_later");
        assertThat(command.err()).isEmpty();
    }

    @Test
    void programs_get_what_was_recovered_first_and_a_summary_last() {
        command.wiring.recovered = List.of(Sample.recovered("c.mkv", EntryState.OPEN, "odd"));
        meets(UNDONE);
        command.run("undo", "--json", "--last").exitsWith(0);
        Map<String, Object> recovered = Map.of(
                "type", "recovered", "file", "/library/c.mkv", "entry", "12", "outcome", "unsettled", "detail", "odd");
        Map<String, Object> summary = Map.of(
                "type",
                "summary",
                "changes",
                1L,
                "outcomes",
                Map.of("undone", 1L),
                "dry_run",
                false,
                "cancelled",
                false);
        assertThat(Json.lines(command.out())).hasSize(3).startsWith(recovered).endsWith(summary);
        assertThat(command.err()).isEmpty();
    }

    private UndoRequest request() {
        assertThat(command.wiring.undos).hasSize(1);
        return command.wiring.undos.get(0);
    }

    private void meets(UndoOutcome... outcomes) {
        command.wiring.undo = (request, observer) -> counted(observer, outcomes);
    }

    private static Map<String, Long> counted(UndoObserver observer, UndoOutcome... outcomes) {
        Map<String, Long> counts = new TreeMap<>();
        for (UndoOutcome outcome : outcomes) {
            observer.done(outcome);
            counts.merge(outcome.word(), 1L, Long::sum);
        }
        return counts;
    }
}
