package io.arrtheaudio.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged daemon is killed again and again while webhooks come in and jobs run. Defects 5 to 11 of the Python program:
 * lost webhooks, rows that stay RUNNING, files worked on twice.
 */
@EnabledOnOs(OS.LINUX)
class KilledDaemonIT {

    private static final boolean LONG = Boolean.getBoolean("long");
    private static final int KILLS = LONG ? 50 : 4;
    private static final int FILMS = LONG ? 2_000 : 240;
    private static final int CALLERS = 4;

    @TempDir
    Path folder;

    @Test
    void what_was_accepted_is_done_once_however_often_the_daemon_is_killed() throws Exception {
        House house = House.in(folder);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Map<String, String> before = library(house);
        Map<String, String> jobs = new ConcurrentHashMap<>();
        Queue<String> ahead = new ConcurrentLinkedQueue<>(before.keySet());
        for (int kill = 1; kill <= KILLS; kill++) {
            int most = FILMS * kill / KILLS - jobs.size();
            try (DaemonProcess daemon = DaemonProcess.start(house)) {
                List<Thread> callers = callers(daemon, house, ahead, jobs, most);
                callers.get(0).join(random.nextInt(700));
                daemon.kill();
                for (Thread caller : callers) {
                    caller.join();
                }
            }
        }
        try (DaemonProcess daemon = DaemonProcess.start(house)) {
            for (Thread caller : callers(daemon, house, ahead, jobs, FILMS)) {
                caller.join();
            }
            daemon.awaitIdle();
            assertThat(jobs).as("seed %s", seed).hasSize(FILMS);
            assertThat(daemon.get("/api/v1/queue").path("running").asInt()).isZero();
            expectDone(daemon, jobs, seed);
            assertThat(daemon.terminate().exit()).isEqualTo(143);
        }
        expectChanged(house, seed);
        house.expectNothingOpen();
        house.expectNothingLeft();
        house.run("undo", "--all", "--yes").exitsWith(0);
        assertThat(sums(house))
                .as("what each change took back gives, seed %s", seed)
                .isEqualTo(before);
        house.run("admin", "doctor").exitsWith(0);
    }

    /** Each posts what is next, and puts back what was not accepted. */
    private static List<Thread> callers(
            DaemonProcess daemon, House house, Queue<String> ahead, Map<String, String> jobs, int most) {
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            Thread caller = new Thread(() -> {
                for (int posted = 0; posted <= most / CALLERS; posted++) {
                    String name = ahead.poll();
                    if (name == null) {
                        return;
                    }
                    var answer = daemon.tryPost(
                            "/webhook/radarr",
                            DaemonProcess.imported(house.library().toString(), name),
                            202);
                    if (answer.isEmpty()) {
                        ahead.add(name);
                        return;
                    }
                    jobs.put(name, answer.get().path("job_ids").get(0).asText());
                }
            });
            caller.start();
            callers.add(caller);
        }
        return callers;
    }

    /** Every job that was accepted ended well; a file whose change survived the kill before its result was found right. */
    private static void expectDone(DaemonProcess daemon, Map<String, String> jobs, long seed) {
        Map<String, Integer> changes = new TreeMap<>();
        jobs.forEach((name, id) -> {
            JsonNode job = daemon.get("/api/v1/jobs/" + id);
            assertThat(job.path("status").asText()).as("%s, seed %s", job, seed).isEqualTo("completed");
            String result = job.path("result").path("status").asText();
            assertThat(result).as("%s, seed %s", job, seed).isIn("changed", "already_correct");
            changes.merge(result, 1, Integer::sum);
        });
        System.out.println("after " + KILLS + " kills: " + changes);
    }

    private static void expectChanged(House house, long seed) {
        for (String name : names(house)) {
            assertThat(Films.defaults(house.library().resolve(name)))
                    .as("%s, seed %s", name, seed)
                    .containsExactly(2);
        }
    }

    private static Map<String, String> library(House house) {
        for (int i = 0; i < FILMS; i++) {
            house.film(i + (i % 2 == 0 ? ".mkv" : ".mp4"));
        }
        return sums(house);
    }

    private static List<String> names(House house) {
        return House.names(house.library()).stream()
                .filter(name -> Files.isRegularFile(house.library().resolve(name)))
                .toList();
    }

    private static Map<String, String> sums(House house) {
        Map<String, String> sums = new TreeMap<>();
        for (String name : names(house)) {
            sums.put(name, FileState.of(house.library().resolve(name)).content());
        }
        return sums;
    }
}
