package io.arrtheaudio.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged daemon as its user runs it. */
@EnabledOnOs(OS.LINUX)
class DaemonIT {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130"})
    void a_signal_stops_it_and_leaves_nothing_behind(String signal, int exit) throws Exception {
        House house = House.in(folder);
        Path film = house.film("a.mkv");
        try (DaemonProcess daemon = DaemonProcess.start(house)) {
            daemon.post(
                    "/webhook/radarr", DaemonProcess.imported(house.library().toString(), "a.mkv"), 202);
            daemon.awaitIdle();
            new ProcessBuilder(
                            "kill", "-" + signal, Long.toString(daemon.process().pid()))
                    .start()
                    .waitFor();
            assertThat(daemon.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(daemon.process().exitValue()).isEqualTo(exit);
        }
        assertThat(Films.defaults(film)).containsExactly(2);
        house.expectNothingLeft();
    }

    /** Defect: SIGTERM left the row RUNNING for good. What was cut off by the stop is no failed try that waits for its turn. */
    @ParameterizedTest
    @CsvSource({"cp, hardlinks: copy", "ffmpeg, engine: tools"})
    void what_is_in_hand_when_it_is_stopped_is_given_back_and_done_after_the_next_start(String tool, String setting)
            throws Exception {
        House house = House.in(folder);
        Path film = house.film("a.mp4");
        Path seed = folder.resolve("seed.mp4");
        if (tool.equals("cp")) {
            Files.createLink(seed, film);
        }
        Path pid = folder.resolve("pid");
        house.endlessStandIn(tool, pid);
        String id;
        try (DaemonProcess daemon = DaemonProcess.start(house, setting, "processing: {stop_timeout: 5s}")) {
            id = daemon.post(
                            "/webhook/radarr",
                            DaemonProcess.imported(house.library().toString(), "a.mp4"),
                            202)
                    .path("job_ids")
                    .get(0)
                    .asText();
            DaemonProcess.await("the tool works", () -> Files.exists(pid));
            assertThat(daemon.terminate().exit()).isEqualTo(143);
        }
        assertThat(Films.defaults(film)).containsExactly(1);
        house.withoutStandIns();
        try (DaemonProcess daemon = DaemonProcess.start(house, setting)) {
            DaemonProcess.await(
                    "the job is done",
                    () -> daemon.get("/api/v1/jobs/" + id)
                            .path("status")
                            .asText()
                            .equals("completed"));
            assertThat(daemon.get("/api/v1/jobs/" + id).path("failed_attempts").asInt())
                    .isZero();
            daemon.terminate();
        }
        assertThat(Films.defaults(film)).containsExactly(2);
        if (tool.equals("cp")) {
            assertThat(Films.defaults(seed)).containsExactly(1);
        }
        house.expectNothingLeft();
    }

    /** Two daemons at one database: each file is done by one of them. */
    @Test
    void two_of_them_share_the_work_of_one_data_folder() throws Exception {
        House house = House.in(folder);
        for (int i = 0; i < 60; i++) {
            house.film(i + ".mkv");
        }
        try (DaemonProcess one = DaemonProcess.start(house);
                DaemonProcess other = DaemonProcess.start(house)) {
            JsonNode batch = one.post("/api/v1/batch", "{\"path\": \"" + house.library() + "\"}", 202);
            String id = batch.path("batch_id").asText();
            DaemonProcess.await(
                    "the batch is done",
                    () -> other.get("/api/v1/batch/" + id)
                            .path("status")
                            .asText()
                            .equals("completed"));
            assertThat(one.get("/api/v1/batch/" + id + "/results?limit=100").path("jobs"))
                    .hasSize(60)
                    .allMatch(job -> job.path("attempts").asInt() == 1)
                    .allMatch(job -> job.path("result").path("status").asText().equals("changed"));
        }
    }

    @Test
    void a_port_that_is_taken_is_told() {
        House house = House.in(folder);
        try (DaemonProcess one = DaemonProcess.start(house)) {
            int port = one.port();
            Jar.Result second = house.jar()
                    .run("-c", house.root().resolve("settings.yaml").toString(), "daemon", "--port", "" + port);
            second.exitsWith(2);
            assertThat(second.err()).contains("arrtheaudio: could not listen at 127.0.0.1:" + port);
        }
    }

    @Test
    void the_script_of_the_apps_hands_over_to_it() {
        House house = House.in(folder);
        Path film = house.film("a.mkv");
        try (DaemonProcess daemon = DaemonProcess.start(house)) {
            house.jar()
                    .environment("ARRTHEAUDIO_URL", "http://127.0.0.1:" + daemon.port())
                    .environment("ARRTHEAUDIO_API_KEY", DaemonProcess.KEY)
                    .environment("radarr_eventtype", "Download")
                    .environment("radarr_moviefile_path", film.toString())
                    .run("arr-hook")
                    .exitsWith(0);
            daemon.awaitIdle();
            assertThat(daemon.get("/api/v1/jobs")
                            .path("jobs")
                            .get(0)
                            .path("source")
                            .asText())
                    .isEqualTo("hook");
        }
        assertThat(Films.defaults(film)).containsExactly(2);
    }
}
