package io.arrtheaudio.launcher.server.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The Dockerfile names what there is; its steps are carried out by {@code tests/image}. */
class DockerfileTest {

    private static final Set<String> KNOWN = Set.of(
            "FROM",
            "RUN",
            "WORKDIR",
            "COPY",
            "ENV",
            "USER",
            "VOLUME",
            "EXPOSE",
            "HEALTHCHECK",
            "STOPSIGNAL",
            "ENTRYPOINT",
            "CMD");
    private static final Pattern INSTALLED = Pattern.compile("/opt/arrtheaudio/bin/([a-z-]+)");

    private final List<String> steps = DeployFolder.text("Dockerfile")
            .replaceAll("(?m)^#.*\n", "")
            .replaceAll("\\\\\n\\s*", "")
            .lines()
            .filter(line -> !line.isBlank())
            .toList();

    private Stream<String> steps(String word) {
        return steps.stream().filter(step -> step.startsWith(word + " "));
    }

    private String last(String word) {
        return steps(word).reduce((one, other) -> other).orElseThrow();
    }

    @Test
    void every_step_is_one_that_docker_knows() {
        assertThat(steps).allMatch(step -> KNOWN.contains(step.substring(0, step.indexOf(' '))));
    }

    @Test
    void it_is_built_by_one_image_and_run_by_another_that_has_no_compiler() {
        assertThat(steps("FROM")).containsExactly("FROM debian:bookworm-slim AS build", "FROM debian:bookworm-slim");
        List<String> run = steps.subList(steps.lastIndexOf("FROM debian:bookworm-slim"), steps.size());
        assertThat(String.join("\n", run))
                .contains("jre-headless", "ffmpeg", "mkvtoolnix")
                .doesNotContain("jdk", "maven");
    }

    @Test
    void what_it_copies_is_what_the_other_image_has_made() {
        assertThat(steps("COPY")).containsExactly("COPY . .", "COPY --from=build /opt/arrtheaudio /opt/arrtheaudio");
        assertThat(steps("RUN").skip(1).findFirst().orElseThrow())
                .contains("-C /opt/arrtheaudio --strip-components=1")
                .contains("distribution/target/arrtheaudio-*.tar.gz");
    }

    @Test
    void every_program_of_the_archive_that_it_names_is_in_there() throws IOException {
        List<String> named = INSTALLED
                .matcher(String.join("\n", steps))
                .results()
                .map(found -> found.group(1))
                .toList();
        try (Stream<Path> files = Files.list(DeployFolder.PROJECT.resolve("distribution/src/assembly/bin"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsAll(named);
        }
        assertThat(named).contains("arrtheaudio", "arrtheaudio-prepare");
    }

    @Test
    void it_runs_without_rights_in_a_locale_with_all_letters_and_tells_whether_it_lives() {
        assertThat(last("USER")).isEqualTo("USER 1000:1000");
        assertThat(steps("ENV")).contains("ENV LANG=C.UTF-8", "ENV ARRTHEAUDIO_HOME=/config");
        assertThat(last("HEALTHCHECK")).contains("http://127.0.0.1:9393/health/ready");
        assertThat(last("EXPOSE")).isEqualTo("EXPOSE 9393");
        assertThat(last("ENTRYPOINT")).isEqualTo("ENTRYPOINT [\"/opt/arrtheaudio/bin/arrtheaudio\"]");
        assertThat(last("CMD")).isEqualTo("CMD [\"daemon\"]");
    }

    @Test
    void the_flags_of_java_are_those_of_the_launcher_and_stand_in_one_place() throws IOException {
        String launcher = Files.readString(DeployFolder.PROJECT.resolve("scripts/java.sh"));
        assertThat(launcher).contains("-Xmx128m", "-Xss512k", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");
        for (String file : List.of(
                "deploy/Dockerfile",
                "deploy/docker-compose.yml",
                "deploy/systemd/arrtheaudio.service",
                "distribution/src/assembly/bin/arrtheaudio",
                "arrtheaudio")) {
            Matcher flag = Pattern.compile("-X[a-zX:]").matcher(Files.readString(DeployFolder.PROJECT.resolve(file)));
            assertThat(flag.find()).as(file).isFalse();
        }
    }
}
