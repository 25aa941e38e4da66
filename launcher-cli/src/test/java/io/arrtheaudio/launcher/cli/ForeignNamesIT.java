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

/** Names that are no text at all, and names beyond ASCII where the environment names no locale. */
@EnabledOnOs(OS.LINUX)
class ForeignNamesIT {

    @TempDir
    Path folder;

    @BeforeEach
    void a_library() throws IOException {
        Files.createDirectory(folder.resolve("library"));
        Jar.sample("ffmpeg.mkv", folder.resolve("library/good.mkv"));
    }

    /** A name in Latin-1 on a disk that is read as UTF-8, as old collections have them. */
    @Test
    void a_name_that_is_no_text_is_told_and_passed_over_and_the_scan_goes_on() {
        Jar.Result result = Jar.in(folder)
                .script("cd library; cp -p good.mkv \"$(printf 'Am\\351lie.mkv')\"; mkdir \"$(printf 'S\\351rie')\";"
                        + " cp -p good.mkv \"$(printf 'S\\351rie')/b.mkv\"; cd ..;"
                        + " $ARRTHEAUDIO scan --yes --languages jpn library")
                .exitsWith(0);
        assertThat(result.out()).contains("changed       library/good.mkv: ").contains("1 file in ");
        assertThat(result.out() + result.err())
                .contains("its name is no text in this system's encoding; rename it")
                .contains("passed over  2\n")
                .doesNotContain("Exception");
    }

    @Test
    void a_name_that_is_no_text_is_one_line_when_it_is_typed() {
        Jar.Result result = Jar.in(folder)
                .script("n=$(printf 'Am\\351lie.mkv'); cp library/good.mkv \"$n\";"
                        + " $ARRTHEAUDIO process --languages jpn \"$n\"")
                .exitsWith(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines()).singleElement().asString().contains("lie.mkv: there is no such file");
    }

    /** The whole way: the script, its first start with what it makes for itself, and Java. */
    @Test
    void the_script_needs_no_locale_for_japanese_and_accented_names() {
        Jar jar = Jar.in(folder).withoutLocale().environment("JAVA_HOME", System.getProperty("java.home"));
        Jar.Result result = jar.script(house() + "cd library; cp -p good.mkv 日本.mkv; cp -p good.mkv Amélie.mkv;"
                        + " unset LANG LC_ALL; ../house/arrtheaudio process --languages jpn 日本.mkv Amélie.mkv good.mkv")
                .exitsWith(0);
        assertThat(result.out().lines())
                .hasSize(3)
                .allMatch(line -> line.startsWith("changed "))
                .satisfies(lines -> assertThat(lines.get(0)).contains("日本.mkv: "))
                .satisfies(lines -> assertThat(lines.get(1)).contains("Amélie.mkv: "));
        assertThat(jar.script("unset LANG LC_ALL; house/arrtheaudio scan --yes --verbose --languages jpn library")
                        .exitsWith(0)
                        .out())
                .contains("correct       library/日本.mkv: ", "correct       library/Amélie.mkv: ", "correct  3\n");
    }

    /** Copies what the script looks at, so that it finds a finished build and never builds this project itself. */
    private static String house() {
        Path root = Path.of("..").toAbsolutePath().normalize();
        Path jar = Path.of(System.getProperty("arrtheaudio.jar", "target/arrtheaudio.jar"))
                .toAbsolutePath();
        return "mkdir -p house/launcher-cli/src/main house/launcher-cli/target; cp -r '" + root + "/arrtheaudio' '"
                + root
                + "/scripts' house; touch house/pom.xml house/launcher-cli/pom.xml; cp '" + jar
                + "' house/launcher-cli/target/arrtheaudio.jar; ";
    }
}
