package io.arrtheaudio.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code deploy/arr-hook.sh}, run by dash with curl, as Sonarr and Radarr run it: standard input stays open. */
@EnabledOnOs(OS.LINUX)
class ArrHookScriptTest {

    private static final Path SCRIPT = Path.of("..", "deploy", "arr-hook.sh").toAbsolutePath();

    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final Map<String, String> environment = new HashMap<>();
    private HttpServer daemon;
    private volatile int status = 202;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws IOException {
        daemon = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        daemon.createContext("/", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            heads.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Content-Type") + " "
                    + exchange.getRequestHeaders().getFirst("X-Api-Key"));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        daemon.start();
        environment.put("PATH", System.getenv("PATH"));
        environment.put("TMPDIR", folder.toString());
        environment.put(
                "ARRTHEAUDIO_URL", "http://127.0.0.1:" + daemon.getAddress().getPort() + "/");
        environment.put("ARRTHEAUDIO_API_KEY", "key-in-quotes");
    }

    @AfterEach
    void stop() {
        daemon.stop(0);
    }

    @Test
    void every_variable_of_both_apps_is_told_as_it_is() throws Exception {
        Map<String, String> told = Map.of(
                "sonarr_eventtype", "Download",
                "Sonarr_Series_Path", "/tv/A \"b\" \\ c $HOME `date` 100% & 'd'",
                "SONARR_SERIES_TITLE", "日本の映画 – Amélie",
                "sonarr_episodefile_paths", "/tv/a.mkv|/tv/b|c.mkv",
                "sonarr_episodefile_episodeoverviews", "one\nsonarr_two=2\n\tthree\r\n\n",
                "radarr_movie_path", "");
        environment.putAll(told);
        environment.put("HOME", "/home/secret");
        assertThat(run()).isEqualTo(new Run(0, ""));
        assertThat(heads).containsExactly("POST /webhook/hook application/json key-in-quotes");
        JsonNode variables = new ObjectMapper().readTree(bodies.get(0)).path("variables");
        assertThat(variables).hasSize(told.size());
        told.forEach((name, value) -> assertThat(variables.path(name).asText()).isEqualTo(value));
    }

    @Test
    void the_key_may_lie_in_a_file() throws Exception {
        environment.remove("ARRTHEAUDIO_API_KEY");
        environment.put(
                "ARRTHEAUDIO_KEY_FILE",
                Files.writeString(folder.resolve("api.key"), "of-the-file\n").toString());
        environment.put("radarr_eventtype", "Download");
        assertThat(run()).isEqualTo(new Run(0, ""));
        assertThat(heads.get(0)).endsWith("of-the-file");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404})
    void what_the_daemon_refuses_is_told(int refusal) throws Exception {
        status = refusal;
        environment.put("radarr_eventtype", "Download");
        Run run = run();
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("answers " + refusal).doesNotContain("key-in-quotes");
    }

    @Test
    void a_daemon_that_is_not_there_is_told() throws Exception {
        daemon.stop(0);
        environment.put("radarr_eventtype", "Download");
        Run run = run();
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("arr-hook: nobody answers at http://127.0.0.1:");
    }

    @Test
    void a_test_is_passed_whatever_there_is_and_the_log_tells_what_is_wrong() throws Exception {
        daemon.stop(0);
        environment.put("Sonarr_EventType", "Test");
        Run run = run();
        assertThat(run.exit()).isZero();
        assertThat(run.err()).contains("nobody answers");
    }

    @Test
    void whoever_calls_it_by_hand_is_told_what_it_is_for() throws Exception {
        Run run = run();
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("this is for Sonarr and Radarr to call");
        assertThat(bodies).isEmpty();
    }

    @Test
    void no_file_is_left() throws Exception {
        environment.put("radarr_eventtype", "Download");
        run();

        assertThat(folder).isDirectoryNotContaining(file -> !file.endsWith("err"));
    }

    private record Run(int exit, String err) {}

    /** Standard input is a pipe that nobody writes to and nobody closes. */
    private Run run() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("dash", SCRIPT.toString())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process script = builder.start();
        if (!script.waitFor(60, TimeUnit.SECONDS)) {
            script.destroyForcibly();
            throw new AssertionError("the script hangs");
        }
        return new Run(script.exitValue(), Files.readString(folder.resolve("err")));
    }
}
