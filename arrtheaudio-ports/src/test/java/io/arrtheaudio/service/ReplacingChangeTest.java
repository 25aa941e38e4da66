package io.arrtheaudio.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.edit.EditCost;
import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.edit.Progress;
import io.arrtheaudio.domain.edit.SkipReason;
import io.arrtheaudio.domain.failure.Obstacle;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.journal.EntryState;
import io.arrtheaudio.domain.journal.JournalEntry;
import io.arrtheaudio.domain.journal.JournalQuery;
import io.arrtheaudio.domain.journal.Route;
import io.arrtheaudio.domain.media.Container;
import io.arrtheaudio.kit.InMemoryEngine;
import io.arrtheaudio.kit.Tracks;
import io.arrtheaudio.port.out.InspectedFile;
import io.arrtheaudio.port.out.PlannedEdit;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Files that get another in their place: copies for hard links, and what tools write anew. */
class ReplacingChangeTest {

    private final Library library = new Library();
    private final Path file = library.wrong();
    private final Path seed = library.disk.hardLink("seed.mkv", file);
    private final byte[] before = library.disk.content(file);
    private final String inode = library.disk.stat(file).identity().key();

    ReplacingChangeTest() {
        library.rules = library.rules.with(HardlinkRule.COPY);
    }

    @AfterEach
    void nothing_is_left_beside_the_file() {
        assertThat(library.disk.names()).allMatch(name -> name.endsWith(".mkv"));
    }

    @Test
    void the_name_gets_a_changed_copy_and_the_other_name_keeps_the_old_file() {
        Outcome outcome = library.fix(file);

        assertThat(cost(outcome).copiedBytes()).isEqualTo(before.length);
        assertThat(library.defaultOf(file)).isEqualTo(1);
        assertThat(library.disk.stat(file).links()).isEqualTo(1);
        assertThat(library.disk.content(seed)).isEqualTo(before);
        assertThat(library.disk.stat(seed).identity().key()).isEqualTo(inode);
        assertThat(library.disk.modified(seed)).isEqualTo(Library.LONG_AGO);
    }

    @Test
    void where_the_disk_can_share_bytes_nothing_is_copied() {
        library.replacements.withSharing().withFreeSpace(0);

        assertThat(cost(library.fix(file)).copiedBytes()).isZero();
        assertThat(library.defaultOf(file)).isEqualTo(1);
        assertThat(library.disk.content(seed)).isEqualTo(before);
    }

    @Test
    void a_file_whose_links_cannot_be_counted_is_copied_too() {
        library.disk.hideLinkCounts();
        Path single = library.film("single.mkv", 2);
        String old = library.disk.stat(single).identity().key();

        library.fix(single);

        assertThat(library.disk.stat(single).identity().key()).isNotEqualTo(old);
    }

    @Test
    void a_file_with_one_name_is_changed_in_place() {
        Path single = library.film("single.mkv", 2);
        String key = library.disk.stat(single).identity().key();

        library.fix(single);

        assertThat(library.disk.stat(single).identity().key()).isEqualTo(key);
    }

    @Test
    void a_dry_run_tells_the_cost_and_makes_nothing() {
        Outcome outcome = library.service().fix(file, library.options().asDryRun());

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.WouldChange.class,
                        would -> assertThat(would.cost().copiedBytes()).isEqualTo(before.length));
        isAsItWas();
        assertThat(library.journal.find(JournalQuery.EVERYTHING)).isEmpty();
    }

    @Test
    void the_journal_names_the_replacement_before_it_is_made() {
        library.writer.atNextWrite(() -> {
            JournalEntry open = lastEntry();
            assertThat(open.isOpen()).isTrue();
            assertThat(open.change().route().kind()).isEqualTo(Route.Kind.COPY);
            assertThat(library.disk.stat(open.change().route().replacement()).links())
                    .isEqualTo(1);
        });

        library.fix(file);

        assertThat(lastEntry().state()).isEqualTo(EntryState.DONE);
        assertThat(lastEntry().change().file().key()).isEqualTo(inode);
        assertThat(lastEntry().after()).isEqualTo(library.disk.stat(file).identity());
    }

    @Test
    void without_room_nothing_is_begun() {
        library.replacements.withFreeSpace(before.length);

        Outcome outcome = library.fix(file);

        isFailed(outcome, Remedy.RETRY_LATER, "make room");
        assertThat(((Outcome.Failed) outcome).obstacle()).isEqualTo(Obstacle.DISK_FULL);
        isAsItWas();
        assertThat(lastEntry().state()).isEqualTo(EntryState.TAKEN_BACK);
    }

    @Test
    void the_limit_for_copies_holds_over_all_files_of_a_run() {
        library.rules = library.rules.withCopyLimit(before.length + 1L);
        Path other = library.film("other.mkv", 2);
        library.disk.hardLink("other-seed.mkv", other);
        FixService service = library.service();

        assertThat(service.fix(file, library.options())).isInstanceOf(Outcome.Changed.class);
        isSkipped(service.fix(other, library.options()), SkipReason.COPY_LIMIT);
        assertThat(library.defaultOf(other)).isEqualTo(2);
    }

    @Test
    void a_copy_that_failed_does_not_count() {
        library.rules = library.rules.withCopyLimit(before.length);
        FixService service = library.service();
        library.writer.atNextWrite(() -> {
            throw Library.failure(Remedy.RETRY_LATER, "the disk failed");
        });

        isFailed(service.fix(file, library.options()), Remedy.RETRY_LATER, "the disk failed");
        isAsItWas();
        assertThat(service.fix(file, library.options())).isInstanceOf(Outcome.Changed.class);
    }

    @Test
    void a_copy_that_would_belong_to_somebody_else_is_dropped() {
        library.replacements.withDifference("owner root where media was");

        Outcome outcome = library.fix(file);

        isSkipped(outcome, SkipReason.WOULD_CHANGE_OWNER);
        assertThat(((Outcome.Skipped) outcome).detail()).contains("owner root where media was");
        isAsItWas();
    }

    @Test
    void a_file_that_changed_while_it_was_copied_keeps_its_place() {
        library.writer.atNextWrite(() -> library.disk.touch(file, Library.NOW));

        isFailed(library.fix(file), Remedy.RETRY_LATER, "changed while");
        assertThat(library.disk.content(file)).isEqualTo(before);
        assertThat(lastEntry().state()).isEqualTo(EntryState.TAKEN_BACK);
    }

    @Test
    void a_swap_that_fails_leaves_the_file_as_it_was() {
        library.replacements.atNextSwap(() -> {
            throw Library.failure(Remedy.RETRY_LATER, "the folder may not be written to");
        });

        isFailed(library.fix(file), Remedy.RETRY_LATER, "folder");
        isAsItWas();
    }

    @Test
    void a_copy_that_is_not_right_is_dropped() {
        library.afterChange(found -> new InspectedFile.Other("a mess"));

        isFailed(library.fix(file), Remedy.REPORT_BUG, "a mess");
        isAsItWas();
    }

    @Test
    void a_cancelled_copy_is_dropped() {
        Progress cancelled = new Progress() {
            @Override
            public boolean isCancelled() {
                return true;
            }
        };

        Outcome outcome = library.service().fix(file, library.options().watchedBy(cancelled));

        isFailed(outcome, Remedy.RETRY_LATER, "cancelled");
        isAsItWas();
    }

    @Test
    void the_time_is_preserved_where_the_settings_say_so() {
        library.rules = library.rules.with(MtimeRule.PRESERVE);

        library.fix(file);

        assertThat(library.disk.modified(file)).isEqualTo(Library.LONG_AGO);
    }

    // what tools write anew

    @Test
    void a_rewritten_file_takes_the_place() {
        rewriting(1);

        Outcome outcome = library.fix(file);

        assertThat(cost(outcome)).isEqualTo(new EditCost("write it anew", 0, before.length));
        assertThat(library.defaultOf(file)).isEqualTo(1);
        assertThat(library.disk.content(seed)).isEqualTo(before);
        assertThat(lastEntry().change().route().engine()).isEqualTo("scribe 1.0");
    }

    @Test
    void what_a_tool_would_drop_is_named_and_the_file_stays() {
        rewriting(1);
        library.inventory = path -> path.equals(file) ? List.of("dvcC", "kind", "kind") : List.of("kind", "mp4a");

        Outcome outcome = library.fix(file);

        isSkipped(outcome, SkipReason.WOULD_LOSE_DATA);
        assertThat(((Outcome.Skipped) outcome).detail()).endsWith(": dvcC, kind");
        isAsItWas();
    }

    @Test
    void a_tool_that_set_another_track_is_not_believed() {
        rewriting(3);

        isFailed(library.fix(file), Remedy.REPORT_BUG, "it still wants audio 1");
        isAsItWas();
    }

    @Test
    void a_tool_that_fails_leaves_the_file_as_it_was() {
        library.planner = (media, defaults) -> new PlannedEdit.Rewrite("write it anew", "scribe 1.0");
        library.rewriter = (media, defaults, into, progress) -> {
            throw Library.failure(Remedy.FIX_FILE, "scribe found no pen");
        };

        isFailed(library.fix(file), Remedy.FIX_FILE, "no pen");
        isAsItWas();
    }

    private void rewriting(int isDefault) {
        library.planner = (media, defaults) -> new PlannedEdit.Rewrite("write it anew", "scribe 1.0");
        library.rewriter = (media, defaults, into, progress) -> {
            assertThat(defaults).containsExactly(1);
            String name = library.disk.root().relativize(into).toString();
            library.disk.put(name, InMemoryEngine.paper(Container.MATROSKA, Tracks.three(isDefault)));
        };
    }

    private JournalEntry lastEntry() {
        return library.journal.find(JournalQuery.EVERYTHING).get(0);
    }

    private void isAsItWas() {
        assertThat(library.disk.content(file)).isEqualTo(before);
        assertThat(library.disk.stat(file).identity().key()).isEqualTo(inode);
        assertThat(library.disk.modified(file)).isEqualTo(Library.LONG_AGO);
    }

    private static EditCost cost(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Changed.class);
        return ((Outcome.Changed) outcome).cost();
    }

    private static void isSkipped(Outcome outcome, SkipReason reason) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Skipped.class,
                        skipped -> assertThat(skipped.reason()).isEqualTo(reason));
    }

    private static void isFailed(Outcome outcome, Remedy remedy, String problem) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.problem()).contains(problem);
            assertThat(failed.remedy()).isEqualTo(remedy);
        });
    }
}
