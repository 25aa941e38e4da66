package io.arrtheaudio.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoIT {

    @TempDir
    Path folder;

    @Test
    void the_demo_switches_every_kind_of_file_and_cleans_up() throws IOException {
        Jar.Result demo = Jar.in(folder).run("demo").exitsWith(0);
        String after = demo.out().substring(demo.out().indexOf("After"));
        assertThat(after.lines().map(String::strip))
                .contains(
                        "Film made by ffmpeg.mkv             English  [Japanese]",
                        "Disc with a commentary first.mkv    English  [Japanese]  English",
                        "日本の映画.mkv                      German  [Japanese]",
                        "Clip from the web.webm              English  [Japanese]",
                        "Film with its index at the end.mp4  English  [Japanese]",
                        "German and English only.m4v         German  [English]",
                        "Already right.mkv                   [Japanese]  English");
        assertThat(demo.out()).contains("  correct       Already right.mkv").doesNotContain("\u001b");
        assertThat(demo.err()).isEmpty();
        assertThat(demoFolders()).isEmpty();
    }

    @Test
    void it_can_leave_its_files_behind() throws IOException {
        Jar.in(folder).run("demo", "--keep").exitsWith(0);
        assertThat(demoFolders())
                .singleElement()
                .satisfies(kept -> assertThat(kept.resolve("Already right.mkv"))
                        .hasSameBinaryContentAs(Jar.sample("correct.mkv", folder.resolve("original.mkv"))));
    }

    @Test
    void it_needs_no_settings_and_does_not_look_at_broken_ones() throws IOException {
        Files.writeString(folder.resolve("config.yaml"), "languagepriority: [");
        Jar.in(folder)
                .environment("ARRTHEAUDIO_HOME", folder.toString())
                .run("demo")
                .exitsWith(0);
    }

    private List<Path> demoFolders() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> path.getFileName().toString().startsWith("arrtheaudio-demo-"))
                    .toList();
        }
    }
}
