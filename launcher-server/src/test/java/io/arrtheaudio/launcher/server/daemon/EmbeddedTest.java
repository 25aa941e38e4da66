package io.arrtheaudio.launcher.server.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.launcher.server.Daemon;
import io.arrtheaudio.launcher.server.settings.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A daemon is a guest in somebody else's program. */
class EmbeddedTest {

    private static final List<String> OF_THE_JDK = List.of(
            "process reaper",
            "Common-Cleaner",
            "Cleaner-",
            "Attach Listener",
            "CompletableFutureDelayScheduler",
            "ForkJoinPool");

    @TempDir
    private Path folder;

    @BeforeEach
    void make_a_library() throws IOException {
        Files.createDirectories(folder.resolve("library"));
    }

    @Test
    void every_thread_ends_with_close() throws IOException {
        Set<Thread> before = threads();
        try (Daemon daemon = start("data")) {
            assertThat(answered(daemon, "/health/live", daemon.key())).startsWith("HTTP/1.1 200");
            assertThat(threads()).isNotEqualTo(before);
        }
        assertThat(threads()).isSubsetOf(before);
    }

    @Test
    void nothing_of_the_whole_program_is_changed_but_where_sqlite_keeps_its_code() {
        Map<Object, Object> properties = properties();
        PrintStream out = System.out;
        PrintStream err = System.err;
        start("data").close();
        assertThat(properties()).isEqualTo(properties);
        assertThat(System.out).isSameAs(out);
        assertThat(System.err).isSameAs(err);
        assertThat(Thread.getDefaultUncaughtExceptionHandler()).isNull();
    }

    @Test
    void nothing_is_written_beside_the_data_folder() throws IOException {
        start("data").close();
        try (Stream<Path> made = Files.list(folder)) {
            assertThat(made).containsExactlyInAnyOrder(folder.resolve("data"), folder.resolve("library"));
        }
        assertThat(folder.resolve("library")).isEmptyDirectory();
    }

    @Test
    void two_in_one_program_do_not_meet() throws IOException {
        Daemon first = start("first");
        try (Daemon second = start("second")) {
            assertThat(first.port()).isNotEqualTo(second.port());
            assertThat(first.key()).isNotEqualTo(second.key());
            assertThat(answered(first, "/api/v1/jobs", first.key())).startsWith("HTTP/1.1 200");
            assertThat(answered(second, "/api/v1/jobs", first.key())).startsWith("HTTP/1.1 401");
            first.close();
            assertThat(answered(second, "/api/v1/jobs", second.key())).startsWith("HTTP/1.1 200");
        }
    }

    private Daemon start(String data) {
        return Daemon.start(Settings.embedded(folder.resolve("library")), folder.resolve(data));
    }

    /** By a socket, for the client of the JDK has threads of its own. */
    private static String answered(Daemon daemon, String path, String key) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), daemon.port())) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: here\r\nConnection: close\r\nX-Api-Key: " + key
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Without those that the JDK starts for itself on the way, once for the whole program. */
    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread ->
                        OF_THE_JDK.stream().noneMatch(name -> thread.getName().startsWith(name)))
                .collect(Collectors.toSet());
    }

    private static Map<Object, Object> properties() {
        Map<Object, Object> properties = new HashMap<>(System.getProperties());
        properties.remove("org.sqlite.lib.path");
        return properties;
    }
}
