package io.arrtheaudio.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A debug bundle of the whole program, with a secret in every place where one can be. */
class DebugBundleTest {

    @TempDir
    private Path folder;

    @Test
    void everything_is_in_it_but_no_secret() throws IOException {
        House house = House.in(folder);
        Path log = Files.writeString(folder.resolve("log"), """
                {"message":"GET /webhook/sonarr?apikey=S3cr3tFromTheLog"}
                {"message":"shown was S3cr3tHookHookHook in a line"}
                {"message":"tmdb 0123456789abcdef0123456789abcdef"}
                {"authorization":"Bearer S3cr3tBearer"}
                {"message":"nothing to hide"}
                """);
        Files.createDirectories(house.data());
        String inFile = "F1leK3yF1leK3yF1leK3y";
        Files.writeString(house.data().resolve("api.key"), inFile + "\n");
        Files.writeString(log, Files.readString(log) + "the key " + inFile + " was made\n");
        Path bundle = folder.resolve("b.tar.gz");
        String settings = """
                # the key was S3cr3tInAComment once
                language_priority: [jpn] # token: S3cr3tInAnotherComment
                libraries: [%s]
                tmdb: {enabled: false, api_key: 0123456789abcdef0123456789abcdef}
                api:
                  port: 1
                  webhook_secret: >-
                    S3cr3tHookHookHook
                logging: {output: %s}
                """.formatted(house.library(), log);

        String out = house.runWith(settings, "admin", "debug-bundle", "-o", bundle.toString())
                .exitsWith(0)
                .out();

        assertThat(out)
                .startsWith(bundle + ": versions.txt, settings.yaml, doctor.txt, queue.txt, log.txt, threads.txt");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(bundle)))
                .isEqualTo("rw-------");
        Path texts = Files.createDirectory(folder.resolve("texts"));
        Films.run(List.of("tar", "-xzf", bundle.toString(), "-C", texts.toString()));
        for (String name :
                House.names(texts).stream().filter(name -> !name.isEmpty()).toList()) {
            assertThat(Files.readString(texts.resolve(name)))
                    .as(name)
                    .doesNotContain("S3cr3t", "0123456789abcdef", "F1leK3y");
        }
        assertThat(texts.resolve("versions.txt")).content().contains("java: " + System.getProperty("java.version"));
        assertThat(texts.resolve("settings.yaml")).content().contains("libraries: [" + house.library() + "]");
        assertThat(texts.resolve("doctor.txt"))
                .content()
                .contains("ok: ", house.library().toString());
        assertThat(texts.resolve("queue.txt")).content().contains("jobs queued: 0");
        assertThat(texts.resolve("log.txt"))
                .content()
                .contains("nothing to hide", "apikey=***", "the key *** was made");
        assertThat(texts.resolve("threads.txt"))
                .content()
                .startsWith("of this program")
                .contains("    at ");
        assertThat(House.names(house.data())).containsExactly("", "api.key");
    }
}
