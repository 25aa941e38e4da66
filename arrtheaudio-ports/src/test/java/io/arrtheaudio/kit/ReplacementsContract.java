package io.arrtheaudio.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.arrtheaudio.domain.edit.FileIdentity;
import io.arrtheaudio.domain.edit.Progress;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.port.out.FileFacts;
import io.arrtheaudio.port.out.MediaFiles;
import io.arrtheaudio.port.out.Replacements;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link Replacements} does. */
public abstract class ReplacementsContract {

    private static final Instant LONG_AGO = Instant.parse("2001-02-03T04:05:06Z");

    /** Where files are laid out; the same one throughout a test. */
    protected abstract TestDisk disk();

    /** Looks at that disk. */
    protected abstract MediaFiles files();

    /** What is tested; works on that disk. */
    protected abstract Replacements replacements();

    @Test
    public final void a_place_lies_beside_the_file_under_a_name_that_nobody_has_or_imports() {
        Path file = disk().put("Film (2001)/film.mkv", (byte) 1);

        Path place = replacements().placeFor(file);

        assertThat(place).hasParentRaw(file.getParent());
        assertThat(place.getFileName().toString()).startsWith(".arrtheaudio-").endsWith(".part");
        isGone(place);
        assertThat(replacements().placeFor(file)).isNotEqualTo(place);
    }

    @Test
    public final void a_place_for_a_link_lies_beside_the_file_itself() {
        Path file = disk().put("real/film.mkv", (byte) 1);
        Path link = disk().symlink("links/film.mkv", file);

        assertThat(replacements().placeFor(link)).hasParentRaw(file.getParent());
    }

    @Test
    public final void a_copy_is_another_file_with_the_same_bytes_and_time() {
        Path file = film();
        FileFacts before = files().stat(file);

        Path copy = copied(file, Progress.UNWATCHED);

        assertThat(disk().content(copy)).isEqualTo(disk().content(file));
        assertThat(disk().modified(copy)).isEqualTo(LONG_AGO);
        assertThat(files().stat(copy).identity().key())
                .isNotEqualTo(before.identity().key());
        assertThat(files().stat(copy).links()).isEqualTo(1);
        assertThat(files().stat(file)).isEqualTo(before);
    }

    @Test
    public final void a_copy_differs_in_nothing() {
        Path file = film();
        Path copy = copied(file, Progress.UNWATCHED);

        assertThat(replacements().differenceBetween(file, copy)).isEmpty();
    }

    @Test
    public final void a_copy_can_change_and_the_file_stays() {
        Path file = film();
        Path copy = copied(file, Progress.UNWATCHED);

        disk().put(copy.getFileName().toString(), (byte) 9);

        assertThat(disk().content(file)).containsExactly(1, 2, 3);
    }

    @Test
    public final void names_of_any_kind_can_be_copied() {
        for (String name : List.of("-rf.mkv", "--help", "two words.mkv", "line\nbreak.mkv", "$(id) `x` ; '\"&*?.mkv")) {
            Path file = disk().put(name, (byte) 7);

            assertThat(disk().content(copied(file, Progress.UNWATCHED)))
                    .as(name)
                    .containsExactly(7);
        }
    }

    @Test
    public final void the_watcher_sees_the_copy_from_its_beginning_to_its_end() {
        List<String> seen = new ArrayList<>();
        Path file = film();

        copied(file, new Progress() {
            @Override
            public void written(Path of, long bytes, long all) {
                seen.add(of.getFileName() + " " + bytes + " of " + all);
            }
        });

        assertThat(seen).startsWith("film.mkv 0 of 3").endsWith("film.mkv 3 of 3");
    }

    @Test
    public final void a_cancelled_copy_leaves_nothing() {
        Path file = film();
        Path place = replacements().placeFor(file);

        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> replacements().copy(file, place, new Progress() {
                    @Override
                    public boolean isCancelled() {
                        return true;
                    }
                }))
                .withMessageContaining(file.toString())
                .withMessageContaining("cancelled")
                .matches(e -> e.remedy() == Remedy.RETRY_LATER);
        isGone(place);
        assertThat(disk().content(file)).containsExactly(1, 2, 3);
    }

    @Test
    public final void a_copy_never_takes_the_place_of_something() {
        Path file = film();
        Path other = made(file, (byte) 5);

        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> replacements().copy(file, other, Progress.UNWATCHED))
                .withMessageContaining(file.toString())
                .matches(e -> e.remedy() == Remedy.RETRY_LATER);
        assertThat(disk().content(other)).containsExactly(5);
    }

    @Test
    public final void a_file_that_is_gone_cannot_be_copied_or_shared() {
        Path file = film();
        Path place = replacements().placeFor(file);
        disk().delete(file);

        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> replacements().copy(file, place, Progress.UNWATCHED))
                .withMessageContaining(file.toString())
                .matches(e -> e.remedy() == Remedy.FIX_FILE);
        isGone(place);
    }

    @Test
    public final void sharing_makes_a_copy_or_nothing() {
        Path file = film();
        Path place = replacements().placeFor(file);

        if (replacements().share(file, place)) {
            assertThat(disk().content(place)).containsExactly(1, 2, 3);
            assertThat(disk().modified(place)).isEqualTo(LONG_AGO);
            assertThat(replacements().differenceBetween(file, place)).isEmpty();
        } else {
            isGone(place);
        }
    }

    @Test
    public final void what_is_written_anew_keeps_its_own_time() {
        Path file = disk().put("film.mkv", (byte) 1);
        Path anew = made(file, (byte) 2);
        disk().touch(file, Instant.parse("2001-01-01T00:00:00Z"));
        Instant itsOwn = disk().modified(anew);

        replacements().dressLike(file, anew);

        assertThat(disk().modified(anew)).isEqualTo(itsOwn);
    }

    @Test
    public final void what_is_written_anew_can_be_dressed_like_the_file() {
        Path file = film();
        Path anew = made(file, (byte) 5);

        replacements().dressLike(file, anew);

        assertThat(replacements().differenceBetween(file, anew)).isEmpty();
        assertThat(disk().content(anew)).containsExactly(5);
        assertThat(disk().content(file)).containsExactly(1, 2, 3);
    }

    @Test
    public final void there_is_room_for_a_small_file() {
        assertThat(replacements().freeSpace(film())).isGreaterThan(3);
    }

    @Test
    public final void a_replacement_that_is_not_needed_can_be_removed_once_and_again() {
        Path replacement = made(film(), (byte) 5);

        replacements().remove(replacement);
        replacements().remove(replacement);

        isGone(replacement);
    }

    @Test
    public final void nothing_else_is_ever_removed() {
        Path file = film();
        Path other = disk().put(".arrtheaudio-notes", (byte) 1);

        assertThatIllegalArgumentException().isThrownBy(() -> replacements().remove(file));
        assertThatIllegalArgumentException().isThrownBy(() -> replacements().remove(other));

        assertThat(disk().content(file)).containsExactly(1, 2, 3);
        assertThat(disk().content(other)).containsExactly(1);
    }

    @Test
    public final void an_interrupt_is_kept_for_later() {
        Path file = film();
        Path place = replacements().placeFor(file);

        Thread.currentThread().interrupt();
        try {
            replacements().copy(file, place, Progress.UNWATCHED);
            replacements().dressLike(file, place);
            assertThat(replacements().differenceBetween(file, place)).isEmpty();
            replacements().swap(place, file);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }

        assertThat(disk().content(file)).containsExactly(1, 2, 3);
    }

    @Test
    public final void a_swap_puts_the_replacement_in_the_place_of_the_target() {
        Path target = disk().put("film.mkv", (byte) 1);
        Path replacement = made(target, (byte) 2);
        FileIdentity made = files().stat(replacement).identity();

        replacements().swap(replacement, target);

        assertThat(disk().content(target)).containsExactly(2);
        assertThat(files().stat(target).identity().key()).isEqualTo(made.key());
        isGone(replacement);
    }

    @Test
    public final void a_swap_leaves_other_names_of_the_target_alone() {
        Path target = disk().put("film.mkv", (byte) 1);
        Path seed = disk().hardLink("seed.mkv", target);

        replacements().swap(made(target, (byte) 2), target);

        assertThat(disk().content(seed)).containsExactly(1);
    }

    @Test
    public final void a_swap_that_does_not_work_leaves_the_target_as_it_was() {
        Path target = disk().put("film.mkv", (byte) 1);
        FileFacts before = files().stat(target);
        Path missing = replacements().placeFor(target);

        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> replacements().swap(missing, target))
                .withMessageContaining(target.toString())
                .matches(e -> e.remedy() == Remedy.RETRY_LATER);
        assertThat(files().stat(target)).isEqualTo(before);
        assertThat(disk().content(target)).containsExactly(1);
    }

    private Path film() {
        Path file = disk().put("film.mkv", (byte) 1, (byte) 2, (byte) 3);
        disk().touch(file, LONG_AGO);
        return file;
    }

    private Path copied(Path file, Progress progress) {
        Path place = replacements().placeFor(file);
        replacements().copy(file, place, progress);
        return place;
    }

    private Path made(Path target, byte... content) {
        Path place = replacements().placeFor(target);
        String name = disk().root().relativize(place).toString();
        return disk().put(name, content);
    }

    private void isGone(Path path) {
        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> files().stat(path))
                .withMessageContaining("no such file");
    }
}
