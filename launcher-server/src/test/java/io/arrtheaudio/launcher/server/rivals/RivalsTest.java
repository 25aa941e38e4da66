package io.arrtheaudio.launcher.server.rivals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Two programs want different tracks of one file, at the same time, again and again. Defect 3: two edits at once damaged
 * headers. Defect 4: owner, mode and links were lost.
 */
@EnabledOnOs(OS.LINUX)
class RivalsTest {

    private static final int ROUNDS = Boolean.getBoolean("long") ? 60 : 15;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"film.mkv, true", "film.mp4, true", "film.mkv, false", "film.mp4, false"})
    @Timeout(120)
    void the_header_is_always_whole_and_exactly_one_track_the_default(String name, boolean oneDataFolder)
            throws Exception {
        Path film = film(name);
        Object before = facts(film);
        try (Rival one = new Rival(folder.resolve("data"), film);
                Rival other = new Rival(folder.resolve(oneDataFolder ? "data" : "other"), film)) {
            for (int round = 0; round < ROUNDS; round++) {
                one.wants(round % 2 == 0 ? "jpn" : "ita");
                other.wants(round % 2 == 0 ? "ita" : "eng");
                expectNoDamage(one.answer(), other.answer());
                assertThat(defaults(film)).as("round %s", round).hasSize(1);
                run("mkvmerge", "-J", film.toString());
            }
        }
        assertThat(facts(film)).isEqualTo(before);
    }

    private static void expectNoDamage(String... answers) {
        for (String answer : answers) {
            assertThat(answer).doesNotContain("please report");
            if (answer.startsWith("failed")) {
                assertThat(answer).startsWith("failed RETRY_LATER").contains("again");
            } else {
                assertThat(answer).isIn("changed", "already_correct");
            }
        }
    }

    private static Object facts(Path film) throws IOException, InterruptedException {
        return Files.readAttributes(film, "unix:ino,nlink,uid,gid,mode,size") + attribute(film);
    }

    private static String attribute(Path film) throws IOException {
        var view = Files.getFileAttributeView(film, UserDefinedFileAttributeView.class);
        return view.list().toString();
    }

    /** With a mode and an attribute of its own. */
    private Path film(String name) throws Exception {
        Path film = folder.resolve(name);
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error"));
        for (int i = 0; i < 3; i++) {
            command.addAll(List.of("-f", "lavfi", "-i", "sine=duration=1"));
        }
        List<String> languages = List.of("eng", "jpn", "ita");
        for (int i = 0; i < 3; i++) {
            command.addAll(List.of("-map", i + ":a", "-metadata:s:a:" + i, "language=" + languages.get(i)));
            command.addAll(List.of("-disposition:a:" + i, i == 0 ? "default" : "0"));
        }
        command.addAll(List.of("-c", "aac", film.toString()));
        run(command.toArray(String[]::new));
        Files.setPosixFilePermissions(film, PosixFilePermissions.fromString("rw-r-----"));
        Files.setAttribute(film, "user:origin", "a test".getBytes(StandardCharsets.UTF_8));
        return film;
    }

    private static List<String> defaults(Path film) throws Exception {
        return run(
                        "ffprobe",
                        "-v",
                        "error",
                        "-select_streams",
                        "a",
                        "-of",
                        "csv=p=0",
                        "-show_entries",
                        "stream_disposition=default",
                        film.toString())
                .lines()
                .filter(line -> line.startsWith("1"))
                .toList();
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as("%s: %s", String.join(" ", command), printed)
                .isZero();
        return printed;
    }

    /** One of the two programs. */
    private static final class Rival implements AutoCloseable {

        private final Process process;
        private final BufferedReader answers;

        Rival(Path data, Path film) throws IOException {
            process = RivalProgram.start(data, film);
            answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        }

        void wants(String language) throws IOException {
            process.getOutputStream().write((language + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        }

        String answer() throws IOException {
            String answer = answers.readLine();
            assertThat(answer).as("an answer").isNotNull();
            return answer;
        }

        @Override
        public void close() throws IOException {
            process.getOutputStream().close();
            process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
        }
    }
}
