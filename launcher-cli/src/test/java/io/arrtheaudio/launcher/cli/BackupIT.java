package io.arrtheaudio.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Backups by the packaged program while its daemon works, and restoring that is killed. */
@EnabledOnOs(OS.LINUX)
class BackupIT {

    private static final boolean LONG = Boolean.getBoolean("long");
    private static final int BACKUPS = LONG ? 20 : 3;
    private static final int KILLS = LONG ? 50 : 6;
    private static final int FILMS = 1_000;

    @TempDir
    Path folder;

    @Test
    void a_backup_in_the_middle_of_a_thousand_jobs_is_whole_and_its_jobs_are_done_after_it_is_put_back()
            throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < BACKUPS; i++) {
            House house = House.in(Files.createDirectory(folder.resolve("house" + i)));
            for (int film = 0; film < FILMS; film++) {
                house.film(film + ".mkv");
            }
            Path backup = house.root().resolve("b.tar.gz");
            int done = random.nextInt(FILMS / 2);
            try (DaemonProcess daemon = DaemonProcess.start(house)) {
                daemon.post("/api/v1/batch", "{\"path\": \"" + house.library() + "\"}", 202);
                DaemonProcess.await("some are done", () -> completed(daemon) >= done);
                house.jar().run("admin", "backup", "-o", backup.toString()).exitsWith(0);
                assertThat(house.jar()
                                .run("admin", "restore", backup.toString(), "--yes")
                                .exitsWith(1)
                                .err())
                        .contains("nothing was changed");
                DaemonProcess.await("the daemon goes on", () -> completed(daemon) > done);
            }
            expectWhole(house, backup, seed);
        }
    }

    /** In another data folder, while the first one lies as it was when its daemon was killed. */
    private void expectWhole(House house, Path backup, long seed) throws IOException {
        Path root = Files.createDirectory(house.root().resolve("other"));
        House other = new House(root, house.library(), root.resolve("data"));
        other.jar().run("admin", "restore", backup.toString(), "--yes").exitsWith(0);
        assertThat(other.jar().run("admin", "doctor").exitsWith(0).out())
                .as("seed %s", seed)
                .contains("sound");
        try (DaemonProcess daemon = DaemonProcess.start(other)) {
            JsonNode atStart = jobs(daemon);
            DaemonProcess.await("all are done", () -> completed(daemon) >= FILMS);
            daemon.awaitIdle();
            assertThat(jobs(daemon).path("failed").asInt())
                    .as("of %s, seed %s", atStart, seed)
                    .isZero();
            System.out.println("jobs after restoring: " + atStart);
            daemon.terminate();
        }
        other.expectNothingOpen();
    }

    private static long completed(DaemonProcess daemon) {
        return jobs(daemon).path("completed").asLong();
    }

    private static JsonNode jobs(DaemonProcess daemon) {
        return daemon.get("/api/v1/stats").path("jobs");
    }

    @Test
    void restoring_that_is_killed_at_any_moment_leaves_the_old_or_the_new() throws Exception {
        House house = House.in(folder);
        house.film("a.mkv");
        house.run("scan", "--yes", "--languages", "jpn", house.library().toString())
                .exitsWith(0);
        Path backup = folder.resolve("b.tar.gz");
        house.run("admin", "backup", "-o", backup.toString()).exitsWith(0);
        house.film("b.mkv");
        house.run("scan", "--yes", "--languages", "jpn", house.library().toString())
                .exitsWith(0);
        Path old = folder.resolve("old");
        copy(house.data(), old);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        TreeMap<String, Integer> left = new TreeMap<>();
        for (int i = 0; i < KILLS; i++) {
            Path data = folder.resolve("data" + i);
            copy(old, data);
            House killed = new House(folder, house.library(), data);
            Jar.Running running = killed.jar().start("admin", "restore", backup.toString(), "--yes");
            running.process().waitFor(300 + random.nextInt(1_200), TimeUnit.MILLISECONDS);
            running.process().destroyForcibly().waitFor();

            killed.run("process", house.library().resolve("a.mkv").toString(), "--languages", "jpn", "--force")
                    .exitsWith(0);

            String changes =
                    killed.run("undo", "--all", "--dry-run").exitsWith(0).out();
            assertThat(changes).as("seed %s", seed).contains("a.mkv");
            left.merge(changes.contains("b.mkv") ? "old" : "new", 1, Integer::sum);
            assertThat(killed.run("admin", "doctor").exitsWith(0).out()).contains("sound");
        }
        System.out.println("after " + KILLS + " kills while restoring: " + left);
    }

    private static void copy(Path from, Path to) throws IOException {
        Films.run(List.of("cp", "-a", from.toString(), to.toString()));
    }
}
