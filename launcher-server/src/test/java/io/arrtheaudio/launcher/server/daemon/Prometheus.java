package io.arrtheaudio.launcher.server.daemon;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real Prometheus that reads the page of one daemon every second. Listens on this machine only, and ends with the test. */
final class Prometheus implements AutoCloseable {

    /** Where ./check puts it if it is not installed. */
    private static final Path UNPACKED = Path.of("../target/prometheus/usr/bin");

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;
    private final Process process;

    private Prometheus(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    /** A program of Prometheus; without it the test is skipped. */
    static Path program(String name) {
        Optional<Path> found = Stream.concat(
                        Stream.of(System.getenv("PATH").split(":")).map(Path::of), Stream.of(UNPACKED))
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(found.isPresent(), name + " is not installed (the package prometheus of Debian)");
        return found.get().toAbsolutePath();
    }

    /** Begins to read. */
    static Prometheus reading(RunningDaemon daemon, Path folder) throws IOException {
        Path program = program("prometheus");
        Path config = Files.writeString(Files.createDirectories(folder).resolve("prometheus.yml"), """
                global: {scrape_interval: 1s, scrape_timeout: 1s}
                scrape_configs:
                  - job_name: arrtheaudio
                    authorization: {type: Bearer, credentials: %s}
                    static_configs: [{targets: ['127.0.0.1:%d']}]
                """.formatted(
                        RunningDaemon.KEY, daemon.port()));
        int port = freePort();
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--config.file=" + config,
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port,
                        "--log.level=warn")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("prometheus.log").toFile())
                .start();
        return new Prometheus(port, process);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** What a query finds now; nothing while it is not there yet. */
    Figures query(String query) {
        URI uri = URI.create(
                "http://127.0.0.1:" + port + "/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
        try {
            JsonNode answer = new ObjectMapper()
                    .readTree(client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                            .body());
            return Figures.of(answer);
        } catch (IOException e) {
            if (process.isAlive()) {
                return new Figures(Map.of());
            }
            throw new UncheckedIOException("prometheus ended with " + process.exitValue(), e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
