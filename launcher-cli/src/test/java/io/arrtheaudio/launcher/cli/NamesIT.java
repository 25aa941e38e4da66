package io.arrtheaudio.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** File names that other programs stumble over. Everything goes through a shell, as it does for a user. */
class NamesIT {

    private static final String DRY = "process --dry-run --languages jpn ";

    @TempDir
    Path folder;

    @BeforeEach
    void a_film() {
        Jar.sample("ffmpeg.mkv", folder.resolve("film"));
    }

    @Test
    void leading_dashes_and_at_signs() {
        assertOneChange("cp film -- -x.mkv; $ARRTHEAUDIO " + DRY + "-- -x.mkv", "-x.mkv");
        assertOneChange("cp film ./-y.mkv; $ARRTHEAUDIO " + DRY + "./-y.mkv", "./-y.mkv");
        assertOneChange("cp film @z.mkv; $ARRTHEAUDIO " + DRY + "@z.mkv", "@z.mkv");
    }

    @Test
    void quotes_blanks_and_dollars() {
        assertOneChange("cp film \"it's\"; $ARRTHEAUDIO " + DRY + "\"it's\"", "it's");
        assertOneChange("cp film '\"a b\"'; $ARRTHEAUDIO " + DRY + "'\"a b\"'", "\"a b\"");
        assertOneChange("cp film ' ${x} %s '; $ARRTHEAUDIO " + DRY + "' ${x} %s '", " ${x} %s ");
        assertOneChange("cp film 'a,b;c|d'; $ARRTHEAUDIO " + DRY + "'a,b;c|d'", "a,b;c|d");
    }

    @Test
    void newlines_and_escapes_are_shown_and_not_obeyed() {
        assertOneChange(
                "n=$(printf 'a\\nb\\033[2Jc'); cp film \"$n\"; $ARRTHEAUDIO " + DRY + "\"$n\"", "a\\nb\\x1b[2Jc");
    }

    @Test
    void accents_and_japanese() {
        assertOneChange("cp film Amélie.mkv; $ARRTHEAUDIO " + DRY + "Amélie.mkv", "Amélie.mkv");
        assertOneChange("cp film 君の名は。.mkv; $ARRTHEAUDIO " + DRY + "君の名は。.mkv", "君の名は。.mkv");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void without_a_locale_one_line_names_the_cure() {
        Jar.Result result = Jar.in(folder)
                .withoutLocale()
                .script("cp film 日本.mkv; $ARRTHEAUDIO " + DRY + "日本.mkv")
                .exitsWith(2);
        assertThat(result.err().lines())
                .singleElement()
                .asString()
                .contains("cannot be spelled", "LC_ALL=C.UTF-8", "arrtheaudio script");
    }

    @Test
    void a_scan_finds_them_all() throws IOException {
        Path library = Files.createDirectory(folder.resolve("library"));
        Jar.Result result = Jar.in(folder)
                .script("cd library; for n in -x.mkv @y.MKV \"it's.mkv\" 君の名は。.mkv \"$(printf 'a\\nb').mkv\"; do"
                        + " cp -p ../film \"./$n\"; done; cd ..; $ARRTHEAUDIO scan --dry-run --languages jpn library")
                .exitsWith(0);
        assertThat(result.out())
                .contains("-x.mkv", "@y.MKV", "it's.mkv", "君の名は。.mkv", "a\\nb.mkv")
                .contains("would change  5\n");
        assertThat(library).isDirectory();
    }

    private void assertOneChange(String script, String shown) {
        Jar.Result result = Jar.in(folder).script(script).exitsWith(0);
        assertThat(result.out()).startsWith("would change  " + shown + ": ");
        assertThat(result.out().lines()).hasSize(1);
    }
}
