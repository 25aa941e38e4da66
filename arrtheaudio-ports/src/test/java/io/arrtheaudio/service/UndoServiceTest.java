package io.arrtheaudio.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.edit.SkipReason;
import io.arrtheaudio.domain.edit.UndoOutcome;
import io.arrtheaudio.domain.journal.JournalQuery;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.media.Container;
import io.arrtheaudio.kit.InMemoryEngine;
import io.arrtheaudio.kit.Tracks;
import io.arrtheaudio.port.in.FixOptions;
import io.arrtheaudio.port.in.UndoObserver;
import io.arrtheaudio.port.in.UndoRequest;
import io.arrtheaudio.port.in.UndoRequest.Extent;
import io.arrtheaudio.port.out.PlannedEdit;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UndoServiceTest {

    private final Library library = new Library();
    private final Path file = library.wrong();
    private final byte[] before = library.disk.content(file);

    @Test
    void a_change_is_taken_back_byte_for_byte() {
        String entry = changed(library.fix(file));

        List<UndoOutcome> outcomes = undo(UndoRequest.of(file));

        assertThat(outcomes).singleElement().isInstanceOfSatisfying(UndoOutcome.Undone.class, undone -> {
            assertThat(undone.entry()).isEqualTo(entry);
            assertThat(undone.note()).isEmpty();
        });
        assertThat(library.disk.content(file)).isEqualTo(before);
    }

    @Test
    void a_chain_of_three_switches_is_taken_back_one_after_the_other() {
        List<byte[]> states = new ArrayList<>();
        for (String language : new String[] {"deu", "eng", "deu"}) {
            states.add(library.disk.content(file));
            changed(library.service().fix(file, wanting(language)));
        }

        for (int i = 2; i >= 0; i--) {
            assertThat(undo(UndoRequest.of(file)))
                    .hasOnlyElementsOfType(UndoOutcome.Undone.class)
                    .hasSize(1);
            assertThat(library.disk.content(file)).isEqualTo(states.get(i));
        }
        assertThat(undo(UndoRequest.of(file))).isEmpty();
    }

    @Test
    void every_change_of_a_file_can_be_taken_back_at_once() {
        changed(library.service().fix(file, wanting("deu")));
        changed(library.service().fix(file, wanting("eng")));

        assertThat(undo(UndoRequest.of(file).with(Extent.EVERY))).hasSize(2);

        assertThat(library.disk.content(file)).isEqualTo(before);
    }

    @Test
    void an_undo_can_be_taken_back_and_that_again() {
        String entry = changed(library.fix(file));
        byte[] after = library.disk.content(file);
        String undo = undone(undo(UndoRequest.of(file)));

        String redo = undone(undo(UndoRequest.entry(undo)));
        assertThat(library.disk.content(file)).isEqualTo(after);
        assertThat(undo(UndoRequest.entry(undo))).singleElement().isInstanceOf(UndoOutcome.Refused.class);

        undone(undo(UndoRequest.entry(redo)));
        assertThat(library.disk.content(file)).isEqualTo(before);
        undone(undo(UndoRequest.entry(
                library.journal.find(JournalQuery.EVERYTHING).get(0).id())));
        undone(undo(UndoRequest.entry(entry)));
        assertThat(library.disk.content(file)).isEqualTo(before);
    }

    @Test
    void a_change_is_taken_back_once() {
        String entry = changed(library.fix(file));
        String by = undone(undo(UndoRequest.entry(entry)));

        assertThat(undo(UndoRequest.entry(entry)))
                .singleElement()
                .isInstanceOfSatisfying(
                        UndoOutcome.Refused.class,
                        refused -> assertThat(refused.reason()).contains("entry " + by));
    }

    @Test
    void the_newest_change_of_all_is_taken_back() {
        Path other = library.film("other.mkv", 2);
        library.fix(file);
        library.fix(other);

        undo(new UndoRequest(List.of(), "", "", Instant.EPOCH, Extent.NEWEST, false));

        assertThat(library.defaultOf(file)).isEqualTo(1);
        assertThat(library.defaultOf(other)).isEqualTo(2);
    }

    @Test
    void changes_are_taken_back_by_cause_and_by_time() {
        Path other = library.film("other.mkv", 2);
        Path third = library.film("third.mkv", 2);
        library.service().fix(file, library.options().because("batch 1"));
        library.clock.advance(Duration.ofHours(1));
        library.service().fix(other, library.options().because("batch 2"));
        library.service().fix(third, library.options().because("batch 1"));

        undo(new UndoRequest(List.of(), "", "batch 1", Library.NOW.plusSeconds(1), Extent.EVERY, false));

        assertThat(library.defaultOf(file)).isEqualTo(1);
        assertThat(library.defaultOf(other)).isEqualTo(1);
        assertThat(library.defaultOf(third)).isEqualTo(2);
    }

    @Test
    void a_dry_run_tells_and_writes_nothing() {
        library.fix(file);
        byte[] after = library.disk.content(file);

        assertThat(undo(UndoRequest.of(file).asDryRun())).singleElement().isInstanceOf(UndoOutcome.WouldUndo.class);

        assertThat(library.disk.content(file)).isEqualTo(after);
        assertThat(library.journal.find(JournalQuery.EVERYTHING)).hasSize(1);
    }

    @Test
    void a_dry_run_of_a_chain_tells_what_would_become_of_all_of_it() {
        changed(library.service().fix(file, wanting("deu")));
        changed(library.service().fix(file, wanting("eng")));

        assertThat(undo(UndoRequest.of(file).with(Extent.EVERY).asDryRun()))
                .hasSize(2)
                .hasOnlyElementsOfType(UndoOutcome.WouldUndo.class);
    }

    @Test
    void a_file_whose_header_or_length_changed_since_is_left_alone() {
        library.fix(file);
        library.disk.put("film.mkv", InMemoryEngine.paper(Container.MATROSKA, Tracks.three(3)));
        isRefused("its header does not hold");

        library.disk.put("film.mkv", new byte[] {1});
        isRefused("has 1 bytes");
    }

    @Test
    void a_file_that_was_only_touched_or_restored_from_elsewhere_is_taken_back() {
        library.fix(file);
        byte[] after = library.disk.content(file);
        library.disk.delete(file);
        library.disk.put("film.mkv", after);
        library.disk.touch(file, Library.NOW.plusSeconds(5));

        undone(undo(UndoRequest.of(file)));

        assertThat(library.disk.content(file)).isEqualTo(before);
    }

    @Test
    void a_file_that_was_renamed_is_found_by_either_name() {
        String entry = changed(library.fix(file));
        Path renamed = library.disk.hardLink("renamed.mkv", file);
        library.disk.delete(file);

        assertThat(undo(UndoRequest.of(renamed).asDryRun()))
                .singleElement()
                .extracting(UndoOutcome::file)
                .isEqualTo(renamed);
        undone(undo(UndoRequest.entry(entry)));
        assertThat(library.disk.content(renamed)).isEqualTo(before);
    }

    @Test
    void a_file_that_is_gone_is_told() {
        library.fix(file);
        library.disk.delete(file);

        isRefused("not there any more");
    }

    @Test
    void a_file_with_several_names_is_left_alone_or_copied_as_the_rules_say() {
        library.fix(file);
        byte[] after = library.disk.content(file);
        Path seed = library.disk.hardLink("seed.mkv", file);
        isRefused("2 names");

        library.rules = library.rules.with(HardlinkRule.COPY);
        undone(undo(UndoRequest.of(file)));

        assertThat(library.disk.content(file)).isEqualTo(before);
        assertThat(library.disk.content(seed)).isEqualTo(after);
    }

    @Test
    void a_patched_copy_is_taken_back_byte_for_byte() {
        library.disk.hardLink("seed.mkv", file);
        library.rules = library.rules.with(HardlinkRule.COPY);
        library.fix(file);

        undone(undo(UndoRequest.of(file)));

        assertThat(library.disk.content(file)).isEqualTo(before);
    }

    @Test
    void the_old_time_comes_back_where_times_are_preserved() {
        library.fix(file);
        undo(UndoRequest.of(file));
        assertThat(library.disk.modified(file)).isEqualTo(Library.NOW);

        library.rules = library.rules.with(MtimeRule.PRESERVE);
        Path other = library.film("other.mkv", 2);
        library.fix(other);
        library.disk.touch(other, Library.NOW);
        undo(UndoRequest.of(other));
        assertThat(library.disk.modified(other)).isEqualTo(Library.LONG_AGO);
    }

    @Test
    void of_a_file_that_a_tool_wrote_anew_the_flags_are_given_back() {
        library.planner = (media, defaults) -> new PlannedEdit.Rewrite("write it anew", "scribe 1.0");
        library.rewriter = (media, defaults, into, progress) -> library.disk.put(
                library.disk.root().relativize(into).toString(),
                InMemoryEngine.paper(Container.MATROSKA, Tracks.three(1)));
        library.fix(file);
        library.planner = library.engine;

        assertThat(undo(UndoRequest.of(file)))
                .singleElement()
                .isInstanceOfSatisfying(
                        UndoOutcome.Undone.class,
                        undone -> assertThat(undone.note()).contains("as the tool wrote it"));

        assertThat(library.defaultOf(file)).isEqualTo(2);
    }

    // pins

    @Test
    void an_undone_file_is_left_alone_until_it_is_forced() {
        library.fix(file);
        undo(UndoRequest.of(file));

        assertThat(library.fix(file))
                .isInstanceOfSatisfying(
                        Outcome.Skipped.class,
                        skipped -> assertThat(skipped.reason()).isEqualTo(SkipReason.UNDONE));
        assertThat(library.disk.content(file)).isEqualTo(before);
        assertThat(library.service().fix(file, library.options().evenIfUndone()))
                .isInstanceOf(Outcome.Changed.class);
        undo(UndoRequest.of(file));
        assertThat(library.fix(file)).isInstanceOf(Outcome.Skipped.class);
    }

    @Test
    void a_file_that_took_the_place_of_an_undone_one_is_changed() {
        library.fix(file);
        undo(UndoRequest.of(file));
        library.disk.delete(file);
        library.put("film.mkv", Container.MP4, Tracks.three(2).subList(0, 2));

        assertThat(library.fix(file)).isInstanceOf(Outcome.Changed.class);
    }

    @Test
    void an_undone_file_stays_pinned_when_the_disk_calls_it_otherwise() {
        library.fix(file);
        undo(UndoRequest.of(file));
        library.disk.delete(file);
        library.old(library.disk.put("film.mkv", before));

        assertThat(library.fix(file)).isInstanceOf(Outcome.Skipped.class);
    }

    @Test
    void a_file_whose_undo_was_taken_back_is_not_pinned() {
        library.fix(file);
        String undo = undone(undo(UndoRequest.of(file)));
        undo(UndoRequest.entry(undo));

        assertThat(library.service().fix(file, wanting("deu"))).isInstanceOf(Outcome.Changed.class);
    }

    @Test
    void who_cancels_stops_between_two_changes() {
        library.fix(file);
        Path other = library.film("other.mkv", 2);
        library.fix(other);
        List<UndoOutcome> outcomes = new ArrayList<>();

        library.undo().undo(everything(), new Collecting(outcomes) {
            @Override
            public boolean isCancelled() {
                return !outcomes.isEmpty();
            }
        });

        assertThat(outcomes).hasSize(1);
        assertThat(library.defaultOf(file)).isEqualTo(1);
    }

    private static UndoRequest everything() {
        return new UndoRequest(List.of(), "", "", Instant.EPOCH, Extent.EVERY, false);
    }

    private List<UndoOutcome> undo(UndoRequest request) {
        List<UndoOutcome> outcomes = new ArrayList<>();
        var counts = library.undo().undo(request, new Collecting(outcomes));
        assertThat(counts.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(outcomes.size());
        return outcomes;
    }

    private void isRefused(String why) {
        byte[] now = library.disk.isFile(file) ? library.disk.content(file) : new byte[0];
        assertThat(undo(UndoRequest.of(file)))
                .singleElement()
                .isInstanceOfSatisfying(
                        UndoOutcome.Refused.class,
                        refused -> assertThat(refused.reason()).contains(why));
        assertThat(library.disk.isFile(file) ? library.disk.content(file) : new byte[0])
                .isEqualTo(now);
    }

    private FixOptions wanting(String language) {
        return library.options().withLanguages(List.of(new Language(language, "", "")));
    }

    private static String changed(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Changed.class);
        return ((Outcome.Changed) outcome).entry();
    }

    private static String undone(List<UndoOutcome> outcomes) {
        assertThat(outcomes).singleElement().isInstanceOf(UndoOutcome.Undone.class);
        return ((UndoOutcome.Undone) outcomes.get(0)).by();
    }

    private static class Collecting implements UndoObserver {
        private final List<UndoOutcome> outcomes;

        Collecting(List<UndoOutcome> outcomes) {
            this.outcomes = outcomes;
        }

        @Override
        public void done(UndoOutcome outcome) {
            outcomes.add(outcome);
        }
    }
}
