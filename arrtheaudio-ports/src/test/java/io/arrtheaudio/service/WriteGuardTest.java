package io.arrtheaudio.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.edit.SkipReason;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.port.in.FixOptions;
import io.arrtheaudio.port.out.InspectedFile;
import io.arrtheaudio.port.out.PlannedEdit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class WriteGuardTest {

    private final Library library = new Library();

    @Test
    void a_link_out_of_the_roots_is_left_alone() {
        Path outside = library.film("private/film.mkv", 2);
        Path link = library.disk.symlink("media/film.mkv", outside);

        Outcome outcome = library.service().fix(link, FixOptions.within(folder("media")));

        isSkipped(outcome, SkipReason.OUTSIDE_ROOTS, outside.toString());
        assertThat(library.defaultOf(outside)).isEqualTo(2);
    }

    @Test
    void a_way_out_by_two_dots_is_left_alone() {
        library.film("private/film.mkv", 2);
        library.disk.folder("media");

        Outcome outcome = library.service()
                .fix(folder("media").resolve("../private/film.mkv"), FixOptions.within(folder("media")));

        isSkipped(outcome, SkipReason.OUTSIDE_ROOTS, "private");
    }

    @Test
    void a_root_is_no_prefix_of_a_name() {
        Path file = library.film("media2/film.mkv", 2);
        library.disk.folder("media");

        isSkipped(library.service().fix(file, FixOptions.within(folder("media"))), SkipReason.OUTSIDE_ROOTS, "media2");
    }

    @Test
    void without_roots_and_with_missing_ones_nothing_is_changed() {
        Path file = library.wrong();

        isSkipped(library.service().fix(file, FixOptions.within()), SkipReason.OUTSIDE_ROOTS, "");
        isSkipped(library.service().fix(file, FixOptions.within(folder("missing"))), SkipReason.OUTSIDE_ROOTS, "");
    }

    @Test
    void links_that_stay_inside_and_links_to_roots_are_fine() {
        Path file = library.film("real/film.mkv", 2);
        Path shelf = library.disk.symlink("shelf", folder("real"));

        isChanged(library.service().fix(shelf.resolve("film.mkv"), FixOptions.within(shelf)));
        assertThat(library.defaultOf(file)).isEqualTo(1);
    }

    @Test
    void a_single_file_may_be_a_root() {
        Path file = library.wrong();

        isChanged(library.service().fix(file, FixOptions.within(file)));
    }

    @Test
    void a_file_that_changed_since_it_was_inspected_is_tried_again_later() {
        Path file = library.wrong();
        afterInspection(path -> library.disk.touch(path, Library.NOW));

        isFailed(library.fix(file), Remedy.RETRY_LATER, "changed while");
        assertThat(library.defaultOf(file)).isEqualTo(2);
    }

    @Test
    void a_file_that_took_the_place_since_the_inspection_is_tried_again_later() {
        Path file = library.wrong();
        afterInspection(path -> {
            library.disk.delete(path);
            library.wrong();
        });

        isFailed(library.fix(file), Remedy.RETRY_LATER, "changed while");
        assertThat(library.defaultOf(file)).isEqualTo(2);
    }

    @Test
    void a_file_that_got_another_name_or_other_bytes_while_it_was_planned_for_is_left_alone() {
        Path linked = library.wrong();
        whilePlanning(path -> library.disk.hardLink("seed.mkv", path));
        isSkipped(library.fix(linked), SkipReason.HARDLINKED, "2 names");

        Path changed = library.film("other.mkv", 2);
        whilePlanning(path -> library.disk.touch(path, Library.NOW));
        isFailed(library.fix(changed), Remedy.RETRY_LATER, "changed while");

        assertThat(library.writer.written()).isEmpty();
    }

    @Test
    void a_file_that_vanished_since_the_inspection_is_told_with_the_explanation() {
        Path file = library.wrong();
        afterInspection(library.disk::delete);

        Outcome outcome = library.fix(file);

        isFailed(outcome, Remedy.FIX_FILE, "no such file");
        assertThat(outcome.explanation().tracks()).hasSize(3);
    }

    @Test
    void a_read_only_file_is_left_alone() {
        Path file = library.wrong();
        library.disk.setWritable(file, false);

        isFailed(library.fix(file), Remedy.FIX_FILE, "permissions");
    }

    @Test
    void a_file_that_changed_a_moment_ago_is_left_alone() {
        Path file = library.wrong();
        library.disk.touch(file, Library.NOW.minusSeconds(59));

        isSkipped(fixWithMinAge(file), SkipReason.TOO_FRESH, "60 s");
        assertThat(library.defaultOf(file)).isEqualTo(2);
    }

    @Test
    void a_file_as_old_as_the_limit_or_from_the_future_is_not_too_fresh() {
        Path old = library.film("old.mkv", 2);
        Path future = library.film("future.mkv", 2);
        library.disk.touch(old, Library.NOW.minusSeconds(60));
        library.disk.touch(future, Library.NOW.plus(Duration.ofDays(1)));

        isChanged(fixWithMinAge(old));
        isChanged(fixWithMinAge(future));
    }

    @Test
    void without_a_limit_no_file_is_too_fresh() {
        Path file = library.wrong();
        library.disk.touch(file, Library.NOW);

        isChanged(library.fix(file));
    }

    @Test
    void a_file_with_two_names_is_left_alone() {
        Path file = library.wrong();
        library.disk.hardLink("seed/film.mkv", file);

        isSkipped(library.fix(file), SkipReason.HARDLINKED, "2 names");
        assertThat(library.defaultOf(file)).isEqualTo(2);
    }

    @Test
    void a_file_whose_names_cannot_be_counted_is_left_alone() {
        library.disk.hideLinkCounts();

        isSkipped(library.fix(library.wrong()), SkipReason.HARDLINKED, "cannot be counted");
    }

    @Test
    void a_file_with_two_names_is_changed_if_the_settings_say_so() {
        library.rules = library.rules.with(HardlinkRule.EDIT);
        Path file = library.wrong();
        Path seed = library.disk.hardLink("seed/film.mkv", file);

        isChanged(library.fix(file));
        assertThat(library.defaultOf(seed)).isEqualTo(1);
    }

    /** Something happens to the file right after it was read. */
    private void afterInspection(Consumer<Path> event) {
        library.inspector = path -> {
            InspectedFile found = library.engine.inspect(path);
            event.accept(path);
            return found;
        };
    }

    private void whilePlanning(Consumer<Path> event) {
        library.planner = (media, track) -> {
            PlannedEdit plan = library.engine.plan(media, track);
            event.accept(media.path());
            return plan;
        };
    }

    private Outcome fixWithMinAge(Path file) {
        return library.service().fix(file, library.options().withMinAge(Library.minute()));
    }

    private Path folder(String name) {
        return library.disk.root().resolve(name);
    }

    private void isChanged(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Changed.class);
    }

    private void isSkipped(Outcome outcome, SkipReason reason, String detail) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Skipped.class, skipped -> {
            assertThat(skipped.reason()).isEqualTo(reason);
            assertThat(skipped.detail()).contains(detail);
        });
        assertThat(library.writer.written()).isEmpty();
    }

    private void isFailed(Outcome outcome, Remedy remedy, String problem) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.remedy()).isEqualTo(remedy);
            assertThat(failed.problem()).contains(problem);
        });
        assertThat(library.writer.written()).isEmpty();
    }
}
