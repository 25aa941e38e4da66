package io.arrtheaudio.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.arrtheaudio.domain.edit.FileIdentity;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.library.Glob;
import io.arrtheaudio.port.out.FileFacts;
import io.arrtheaudio.port.out.FindOptions;
import io.arrtheaudio.port.out.MediaFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link MediaFiles} does. */
public abstract class MediaFilesContract {

    private static final Instant SOME_TIME = Instant.parse("2024-02-29T12:34:56.123456Z");

    /** Where files are laid out; the same one throughout a test. */
    protected abstract TestDisk disk();

    /** What is tested; looks at that disk. */
    protected abstract MediaFiles files();

    @Test
    public final void a_file_is_told_with_size_time_and_real_path() {
        Path file = disk().put("film.mkv", (byte) 1, (byte) 2, (byte) 3);
        disk().touch(file, SOME_TIME);

        FileFacts facts = files().stat(file);

        assertThat(facts.identity().path()).isEqualTo(disk().root().resolve("film.mkv"));
        assertThat(facts.identity().size()).isEqualTo(3);
        assertThat(facts.identity().modified()).isEqualTo(SOME_TIME);
        assertThat(facts.isRegular()).isTrue();
        assertThat(facts.isWritable()).isTrue();
    }

    @Test
    public final void a_folder_is_no_regular_file() {
        assertThat(files().stat(disk().folder("film.mkv")).isRegular()).isFalse();
    }

    @Test
    public final void symbolic_links_to_files_and_in_folders_on_the_way_are_resolved() {
        Path real = disk().put("library/film.mkv");
        disk().symlink("shelf", disk().root().resolve("library"));
        Path link = disk().symlink("link.mkv", disk().root().resolve("shelf/film.mkv"));

        assertThat(files().stat(link)).isEqualTo(files().stat(real));
        assertThat(files().stat(link).identity().path()).isEqualTo(real);
    }

    @Test
    public final void looking_twice_tells_the_same() {
        Path file = disk().put("film.mkv");

        assertThat(files().stat(file)).isEqualTo(files().stat(file));
    }

    @Test
    public final void a_missing_file_is_told_by_name() {
        Path missing = disk().root().resolve("missing.mkv");

        refusesToLookAt(missing, "no such file");
    }

    @Test
    public final void a_link_to_nothing_is_told_as_such() {
        Path dangling = disk().symlink("film.mkv", disk().root().resolve("gone.mkv"));

        refusesToLookAt(dangling, "symbolic link");
    }

    @Test
    public final void a_link_to_itself_is_survived() {
        Path loop = disk().symlink("loop.mkv", disk().root().resolve("loop.mkv"));

        refusesToLookAt(loop, "");
    }

    @Test
    public final void another_name_of_a_file_shows_in_the_link_count_or_nothing_is_claimed() {
        Path file = disk().put("film.mkv");
        int before = files().stat(file).links();
        Path other = disk().hardLink("seed/film.mkv", file);

        assertThat(before).isIn(0, 1);
        assertThat(files().stat(file).links()).isEqualTo(before == 0 ? 0 : 2);
        assertThat(files().stat(file).mayBeLinked()).isTrue();
        assertThat(files().stat(other).identity().key())
                .isEqualTo(files().stat(file).identity().key());
    }

    @Test
    public final void two_files_with_keys_have_different_ones() {
        FileIdentity one = files().stat(disk().put("one.mkv")).identity();
        FileIdentity two = files().stat(disk().put("two.mkv")).identity();

        assertThat(one.key().isEmpty()).isEqualTo(two.key().isEmpty());
        assertThat(one.key().isEmpty() || !one.key().equals(two.key())).isTrue();
    }

    @Test
    public final void the_modification_time_is_set_to_the_microsecond() {
        Path file = files().stat(disk().put("film.mkv")).identity().path();

        files().setModified(file, SOME_TIME);

        assertThat(Duration.between(SOME_TIME, disk().modified(file)).abs()).isLessThan(Duration.ofNanos(1_000));
        assertThat(files().stat(file).identity().modified()).isEqualTo(disk().modified(file));
    }

    @Test
    public final void setting_the_time_of_a_missing_file_fails() {
        Path missing = disk().root().resolve("missing.mkv");

        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> files().setModified(missing, SOME_TIME))
                .withMessageContaining(missing.toString())
                .matches(e -> e.remedy() == Remedy.FIX_FILE);
    }

    @Test
    public final void a_file_that_was_renamed_in_its_folder_is_found_by_its_key() {
        Path file = disk().put("folder/film.mkv", (byte) 1);
        disk().put("folder/other.mkv", (byte) 1);
        String key = files().stat(file).identity().key();
        Path moved = disk().hardLink("folder/renamed.mkv", file);
        disk().delete(file);

        assertThat(files().findByKey(moved.getParent(), key)).contains(moved);
        assertThat(files().findByKey(disk().root(), key)).isEmpty();
        assertThat(files().findByKey(moved.getParent(), "")).isEmpty();
        assertThat(files().findByKey(moved.getParent(), key + "0")).isEmpty();
        assertThat(files().findByKey(disk().root().resolve("nothing"), key)).isEmpty();
    }

    @Test
    public final void every_file_named_like_media_is_found_at_any_depth_in_any_letter_case() {
        disk().put("a.mkv");
        disk().put("b/B.MP4");
        disk().put("b/c/d/e.WebM");
        disk().put("b/c/d/e.srt");
        disk().put("b/mkv.txt");

        assertThat(found()).containsExactlyInAnyOrder("a.mkv", "b/B.MP4", "b/c/d/e.WebM");
    }

    @Test
    public final void a_folder_named_like_media_is_looked_into_and_not_handed_over() {
        disk().put("film.mkv/film.mkv");

        assertThat(found()).containsExactly("film.mkv/film.mkv");
    }

    @Test
    public final void without_sub_folders_only_the_root_is_looked_into() {
        disk().put("a.mkv");
        disk().put("b/b.mkv");

        assertThat(found(new FindOptions(false, List.of(), List.of()))).containsExactly("a.mkv");
    }

    @Test
    public final void hidden_things_and_those_of_network_storage_are_not_looked_at() {
        disk().put("a.mkv");
        disk().put(".hidden.mkv");
        for (String folder : List.of(
                ".git", ".Trash-1000", "@eaDir", "#recycle", "@Recycle", "$RECYCLE.BIN", "lost+found", "@eadir")) {
            disk().put(folder + "/in.mkv");
            disk().put("b/" + folder + "/c/in.mkv");
        }

        assertThat(found()).containsExactly("a.mkv");
    }

    @Test
    public final void a_hidden_root_is_looked_into_as_it_was_asked_for() {
        disk().put(".media/a.mkv");
        Found found = new Found();

        files().find(disk().root().resolve(".media"), FindOptions.everything(), found);

        assertThat(found.files()).containsExactly(disk().root().resolve(".media/a.mkv"));
    }

    @Test
    public final void patterns_say_which_files_are_found() {
        disk().put("show/Season 01/e01.mkv");
        disk().put("show/Season 02/e01.mkv");
        disk().put("show/Season 02/e01.TS");
        disk().put("show/Season 02/e01.txt");

        assertThat(found(options(List.of("*.{mkv,ts}"), List.of())))
                .containsExactlyInAnyOrder("show/Season 01/e01.mkv", "show/Season 02/e01.mkv", "show/Season 02/e01.TS");
        assertThat(found(options(List.of("show/season 02/**"), List.of())))
                .containsExactlyInAnyOrder("show/Season 02/e01.mkv", "show/Season 02/e01.TS", "show/Season 02/e01.txt");
        assertThat(found(options(List.of("e01.mkv"), List.of("**/Season 01/*"))))
                .containsExactly("show/Season 02/e01.mkv");
    }

    @Test
    public final void a_folder_that_is_excluded_is_not_looked_into() {
        disk().put("a.mkv");
        disk().put("Extras/b.mkv");
        disk().put("show/extras/c/d.mkv");
        disk().put("show/sample.mkv");

        assertThat(found(options(List.of(), List.of("Extras", "sample.*")))).containsExactly("a.mkv");
    }

    @Test
    public final void a_single_file_is_handed_over_whatever_it_is_named() {
        Path file = disk().put(".film.part");
        Found found = new Found();

        files().find(file, options(List.of("*.mkv"), List.of("*.part")), found);

        assertThat(found.files()).containsExactly(file);
    }

    @Test
    public final void a_missing_root_is_told() {
        Path missing = disk().root().resolve("missing");
        Found found = new Found();

        files().find(missing, FindOptions.everything(), found);

        assertThat(found.files()).isEmpty();
        assertThat(found.passedOver()).containsOnlyKeys(missing);
    }

    @Test
    public final void symbolic_links_are_followed_under_their_own_names() {
        Path elsewhere = disk().put("elsewhere/deep/a.mkv");
        disk().symlink("root/link.mkv", elsewhere);
        disk().symlink("root/shelf", disk().root().resolve("elsewhere"));
        Found found = new Found();

        files().find(disk().root().resolve("root"), FindOptions.everything(), found);

        assertThat(names(found)).containsExactlyInAnyOrder("root/link.mkv", "root/shelf/deep/a.mkv");
    }

    @Test
    public final void links_that_lead_back_do_not_keep_the_walk_going() {
        disk().put("a/a.mkv");
        disk().put("b/b.mkv");
        disk().symlink("a/up", disk().root());
        disk().symlink("a/self", disk().root().resolve("a"));
        disk().symlink("a/to-b", disk().root().resolve("b"));
        disk().symlink("b/to-a", disk().root().resolve("a"));

        assertThat(found()).contains("a/a.mkv", "b/b.mkv");
    }

    @Test
    public final void a_folder_that_links_lead_to_is_looked_into_once_under_its_real_path() {
        disk().put("m/deep/film.mkv");
        disk().symlink("a", disk().root().resolve("m"));
        disk().symlink("b/c", disk().root().resolve("m/deep"));
        disk().symlink("z", disk().root().resolve("m/deep"));

        assertThat(found()).containsExactly("m/deep/film.mkv");
    }

    @Test
    public final void a_folder_elsewhere_that_several_links_lead_to_is_looked_into_once() {
        disk().put("elsewhere/deep/film.mkv");
        for (String link : List.of("root/a", "root/b", "root/c/d")) {
            disk().symlink(link, disk().root().resolve("elsewhere"));
        }
        Found found = new Found();

        files().find(disk().root().resolve("root"), FindOptions.everything(), found);

        assertThat(found.files()).singleElement().asString().endsWith("film.mkv");
    }

    @Test
    public final void folders_full_of_links_to_each_other_do_not_multiply() {
        for (int folder = 0; folder < 12; folder++) {
            disk().put(folder + "/film.mkv");
            for (int other = 0; other < 12; other++) {
                disk().symlink(folder + "/to-" + other, disk().root().resolve(String.valueOf(other)));
            }
        }

        assertThat(found()).hasSize(12).allMatch(name -> name.matches("\\d+/film.mkv"));
    }

    @Test
    public final void a_link_to_nothing_is_told_and_the_walk_goes_on() {
        disk().put("a.mkv");
        disk().put("z.mkv");
        Path dangling = disk().symlink("m.mkv", disk().root().resolve("gone"));
        Found found = new Found();

        files().find(disk().root(), FindOptions.everything(), found);

        assertThat(names(found)).containsExactlyInAnyOrder("a.mkv", "z.mkv");
        assertThat(found.passedOver()).containsOnlyKeys(dangling);
        assertThat(found.passedOver().get(dangling)).contains("symbolic link");
    }

    @Test
    public final void the_walk_ends_when_the_finder_has_enough() {
        for (int i = 0; i < 5; i++) {
            disk().put("a" + i + "/b.mkv");
            disk().put("b" + i + ".mkv");
        }
        Found found = new Found(3);

        files().find(disk().root(), FindOptions.everything(), found);

        assertThat(found.files()).hasSize(3);
    }

    @Test
    public final void the_walk_ends_where_the_finder_wants_to_even_among_what_does_not_fit() {
        for (int i = 0; i < 20; i++) {
            disk().put("a" + i + ".mkv");
            disk().put("b" + i + "/c.mkv");
        }
        Found found = Found.until(5);

        files().find(disk().root(), FindOptions.everything(), found);

        assertThat(found.files()).hasSizeLessThanOrEqualTo(5);
        Found none = Found.until(5);
        files().find(disk().root(), options(List.of("none"), List.of()), none);
        assertThat(none.looks()).isEqualTo(6);
    }

    @Test
    public final void names_with_blanks_quotes_line_ends_and_foreign_letters_are_found() {
        String[] names = {
            "a b.mkv", "it's \"so\".mkv", "line\nend.mkv", "\u6771\u4eac.mkv", "-rf.mkv", "\u00e9t\u00e9.mkv"
        };
        Arrays.stream(names).forEach(disk()::put);

        assertThat(found()).containsExactlyInAnyOrder(names);
    }

    private static FindOptions options(List<String> include, List<String> exclude) {
        return new FindOptions(
                true,
                include.stream().map(Glob::ofFiles).toList(),
                exclude.stream().map(Glob::ofFiles).toList());
    }

    private List<String> found() {
        return found(FindOptions.everything());
    }

    private List<String> found(FindOptions options) {
        Found found = new Found();
        files().find(disk().root(), options, found);
        return names(found);
    }

    private List<String> names(Found found) {
        return found.files().stream()
                .map(file -> disk().root().relativize(file).toString().replace('\\', '/'))
                .toList();
    }

    private void refusesToLookAt(Path path, String because) {
        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> files().stat(path))
                .withMessageContaining(path.toString())
                .withMessageContaining(because)
                .matches(e -> e.remedy() == Remedy.FIX_FILE);
    }
}
