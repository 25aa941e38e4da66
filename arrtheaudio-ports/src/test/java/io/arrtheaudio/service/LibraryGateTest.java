package io.arrtheaudio.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.kit.InMemoryMediaFiles;
import io.arrtheaudio.kit.SampleJobs;
import io.arrtheaudio.kit.StoppedClock;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LibraryGateTest {

    private final InMemoryMediaFiles disk = new InMemoryMediaFiles(new StoppedClock(SampleJobs.NOON));
    private final Path tv = disk.root().resolve("tv");
    private List<Path> libraries = List.of(tv);
    private final LibraryGate gate = new LibraryGate(disk, () -> libraries, List::of);

    @BeforeEach
    void layOut() {
        disk.put("tv/show/a.mkv", (byte) 1);
        disk.put("tv-private/b.mkv", (byte) 1);
        disk.put("secret/c.mkv", (byte) 1);
    }

    @Test
    void a_library_and_what_lies_in_it_are_let_in() {
        for (String name : List.of("tv", "tv/show", "tv/show/a.mkv")) {
            Path path = disk.root().resolve(name);

            assertThat(gate.enter(path)).contains(path);
            assertThat(gate.enter(path.toString())).contains(path);
        }
    }

    @Test
    void nothing_else_is_let_in_whether_or_not_it_is_there() {
        for (String name : List.of(
                "",
                "secret",
                "secret/c.mkv",
                "secret/none.mkv",
                "none",
                "none/x.mkv",
                "tv-private/b.mkv",
                "tv-private/x")) {
            assertThat(gate.enter(disk.root().resolve(name))).as(name).isEmpty();
        }
        assertThat(gate.enter(Path.of("/").toAbsolutePath())).isEmpty();
    }

    @Test
    void dots_lead_nobody_out_and_may_lead_in() {
        for (String name : List.of(
                "tv/../secret/c.mkv",
                "tv/show/../../secret",
                "tv/none/../../secret/c.mkv",
                "tv/none/../show",
                "tv/..",
                "tv/show/../../none/..")) {
            assertThat(gate.enter(disk.root().resolve(name))).as(name).isEmpty();
        }
        assertThat(gate.enter(tv.resolve("show/../show/./a.mkv"))).contains(tv.resolve("show/a.mkv"));
        assertThat(gate.enter(disk.root().resolve("secret/../tv/show"))).contains(tv.resolve("show"));
    }

    @Test
    void a_symbolic_link_counts_as_what_it_leads_to() {
        disk.symlink("tv/out", disk.root().resolve("secret"));
        disk.symlink("in", tv);

        assertThat(gate.enter(tv.resolve("out"))).isEmpty();
        assertThat(gate.enter(tv.resolve("out/c.mkv"))).isEmpty();
        assertThat(gate.enter(tv.resolve("out/none.mkv"))).isEmpty();
        assertThat(gate.enter(tv.resolve("out/../show"))).isEmpty();
        assertThat(gate.enter(disk.root().resolve("in/show/a.mkv"))).contains(tv.resolve("show/a.mkv"));
    }

    @Test
    void a_library_may_be_a_symbolic_link_itself() {
        Path link = disk.symlink("link", tv);
        libraries = List.of(link);

        assertThat(gate.enter(link.resolve("show"))).contains(tv.resolve("show"));
        assertThat(gate.enter(tv.resolve("show"))).contains(tv.resolve("show"));
    }

    @Test
    void what_is_not_there_in_a_library_is_let_in_for_its_owner_may_know() {
        assertThat(gate.enter(tv.resolve("none/x.mkv"))).contains(tv.resolve("none/x.mkv"));
        assertThat(gate.enter(tv.resolve("show/../none"))).contains(tv.resolve("none"));
    }

    @Test
    void what_is_no_absolute_path_is_not_let_in() {
        for (String text : List.of("", "tv", "show/a.mkv", "../tv", "a\0b", "\0", "C:\\tv")) {
            assertThat(gate.enter(text)).as(text).isEmpty();
        }
    }

    @Test
    void a_library_that_is_not_there_lets_nothing_in_and_the_others_hold() {
        libraries = List.of(disk.root().resolve("unmounted"), tv);

        assertThat(gate.enter(disk.root().resolve("unmounted"))).isEmpty();
        assertThat(gate.enter(disk.root().resolve("unmounted/a.mkv"))).isEmpty();
        assertThat(gate.enter(tv)).contains(tv);
    }

    @Test
    void who_names_a_library_that_is_not_there_is_told_so_and_who_names_something_else_is_not() {
        Path unmounted = disk.root().resolve("unmounted");
        libraries = List.of(unmounted, tv);

        for (Path path : List.of(unmounted, unmounted.resolve("show/a.mkv"))) {
            assertThatExceptionOfType(AudioFixException.class)
                    .isThrownBy(() -> gate.expectThere(path))
                    .withMessage("cannot look into " + path + ": the library " + unmounted
                            + " of the settings is not there; see whether its disk is mounted")
                    .matches(e -> e.remedy() == Remedy.RETRY_LATER);
        }
        for (String name : List.of("secret", "none", "unmounted-too", "tv/show", "unmounted/../secret")) {
            gate.expectThere(disk.root().resolve(name));
        }
        gate.expectThere("\0");
    }

    @Test
    void libraries_that_change_hold_from_the_next_question_on() {
        libraries = List.of(disk.root().resolve("secret"));

        assertThat(gate.enter(tv)).isEmpty();
        assertThat(gate.enter(disk.root().resolve("secret/c.mkv"))).isPresent();
    }
}
