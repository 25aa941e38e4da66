package io.arrtheaudio.adapter.javalin;

import static io.arrtheaudio.kit.SampleJobs.manual;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.adapter.javalin.HttpSettings.Events;
import io.arrtheaudio.adapter.javalin.Listening.Heard;
import io.arrtheaudio.domain.job.Batch;
import io.arrtheaudio.domain.job.BatchRequest;
import io.arrtheaudio.domain.job.JobEvent;
import io.arrtheaudio.domain.job.JobLife;
import io.arrtheaudio.domain.job.QueueFigures;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class EventStreamTest {

    private static final Duration NEVER = Duration.ofHours(1);
    private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");

    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void end() throws Exception {
        for (AutoCloseable thing : opened) {
            thing.close();
        }
    }

    private ApiServer server(int listeners, int queued, int remembered, Duration heartbeat) {
        ApiServer server = new ApiServer(new Events(listeners, queued, remembered, heartbeat));
        opened.add(server);
        return server;
    }

    private ApiServer server() {
        return server(10, 200, 1_000, NEVER);
    }

    private Listening listen(ApiServer server, String query, String... headers) {
        Listening listening = Listening.to(server, query, headers);
        opened.add(0, listening);
        return listening;
    }

    private static JobEvent job(int id) {
        return job(id, "film.mkv");
    }

    private static JobEvent job(int id, String name) {
        return new JobEvent.JobChanged(JobLife.accepted(String.valueOf(id), manual(name), NOW));
    }

    private static JobEvent batch() {
        return new JobEvent.BatchChanged(Batch.started("7", BatchRequest.of(Path.of("/library")), NOW));
    }

    private static JobEvent figures() {
        return new JobEvent.QueueChanged(new QueueFigures(Map.of(), Map.of(), Duration.ZERO));
    }

    @Test
    void what_happens_is_told_as_it_happens() {
        ApiServer server = server();
        Listening listening = listen(server, "").welcomed();
        assertThat(listening.header("content-type")).isEqualTo("text/event-stream");
        assertThat(listening.header("cache-control")).isEqualTo("no-store");
        assertThat(listening.header("x-accel-buffering")).isEqualTo("no");
        server.jobs.tell(job(41));
        Heard job = listening.next();
        assertThat(job.event()).isEqualTo("job");
        assertThat(job.json().path("job_id").asText()).isEqualTo("41");
        assertThat(job.json().path("status").asText()).isEqualTo("queued");
        server.jobs.tell(batch());
        server.jobs.tell(figures());
        assertThat(listening.next().json().path("batch_id").asText()).isEqualTo("7");
        assertThat(listening.next().json().path("pending").asInt()).isZero();
    }

    @Test
    void only_the_types_that_were_asked_for_are_told() {
        ApiServer server = server();
        Listening listening = listen(server, "?types=batch,queue").welcomed();
        server.jobs.tell(job(1));
        server.jobs.tell(batch());
        server.jobs.tell(job(2));
        server.jobs.tell(figures());
        assertThat(listening.next().event()).isEqualTo("batch");
        assertThat(listening.next().event()).isEqualTo("queue");
    }

    @Test
    void who_comes_back_hears_what_was_missed_and_then_what_is_new() {
        ApiServer server = server();
        Listening first = listen(server, "").welcomed();
        server.jobs.tell(job(1));
        String last = first.next().id();
        first.close();
        server.jobs.tell(job(2));
        server.jobs.tell(batch());
        server.jobs.tell(job(3));
        Listening second = listen(server, "?types=job", "Last-Event-ID", last).welcomed();
        assertThat(second.next().json().path("job_id").asText()).isEqualTo("2");
        assertThat(second.next().json().path("job_id").asText()).isEqualTo("3");
        server.jobs.tell(job(4));
        assertThat(second.next().json().path("job_id").asText()).isEqualTo("4");
    }

    @Test
    void who_comes_back_too_late_is_told_to_begin_anew() {
        ApiServer server = server(10, 200, 3, NEVER);
        Listening first = listen(server, "").welcomed();
        List<String> ids = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            server.jobs.tell(job(i));
            ids.add(first.next().id());
        }
        Listening late = listen(server, "", "Last-Event-ID", ids.get(0)).welcomed();
        Heard reset = late.next();
        assertThat(reset.event()).isEqualTo("reset");
        assertThat(reset.id()).isEqualTo(ids.get(4));
        server.jobs.tell(job(6));
        assertThat(late.next().json().path("job_id").asText()).isEqualTo("6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"m3x9k-41", "1", "'; DROP TABLE jobs;--", "-"})
    void an_id_of_another_run_means_to_begin_anew(String id) {
        Listening listening =
                listen(server(), "?types=batch", "Last-Event-ID", id).welcomed();
        assertThat(listening.next().event()).isEqualTo("reset");
    }

    @Test
    void something_is_heard_now_and_then_even_if_nothing_happens() {
        Listening listening =
                listen(server(10, 200, 1_000, Duration.ofMillis(10)), "").welcomed();
        assertThat(listening.line()).isEqualTo(":");
    }

    @Test
    void who_does_not_read_is_dropped_and_the_others_hear_everything() throws IOException {
        ApiServer server = server(10, 3, 10, NEVER);
        Socket lazy = connect(server);
        Listening eager = listen(server, "").welcomed();
        String name = "x".repeat(65_000) + ".mkv";
        long told = 0;
        for (int i = 1; i <= 150; i++) {
            server.jobs.tell(job(i, name));
            Heard heard = eager.next();
            assertThat(heard.json().path("job_id").asInt()).isEqualTo(i);
            told += heard.data().length();
        }
        assertThat(isCut(lazy)).isTrue();
        assertThat(readToTheEnd(lazy)).isLessThan(told);
    }

    /** Whether the other side does not even take what is sent to it; nothing is read meanwhile. */
    private static boolean isCut(Socket socket) throws IOException {
        OutputStream out = socket.getOutputStream();
        try {
            for (int i = 0; i < 1_000; i++) {
                out.write('x');
            }
            return false;
        } catch (SocketException e) {
            return true;
        }
    }

    private static long readToTheEnd(Socket socket) throws IOException {
        socket.setSoTimeout(10_000);
        long bytes = 0;
        byte[] buffer = new byte[64 * 1024];
        try {
            for (int n = socket.getInputStream().read(buffer);
                    n >= 0;
                    n = socket.getInputStream().read(buffer)) {
                bytes += n;
            }
        } catch (SocketException e) {
            return bytes; // cut
        }
        return bytes;
    }

    @Test
    void five_hundred_who_listen_hold_no_threads_and_nobody_else_waits() throws IOException {
        ApiServer server = server(500, 200, 1_000, NEVER);
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            sockets.add(connect(server));
        }
        for (Socket socket : sockets) {
            readUntil(socket, "retry: 3000\n\n");
        }
        assertThat(server.get("/api/v1/queue").status()).isEqualTo(200);
        assertThat(Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().startsWith("http"))
                        .count())
                .isLessThan(60);
        Answer oneMore = server.get("/api/v1/events");
        assertThat(oneMore.status()).isEqualTo(503);
        assertThat(oneMore.header("retry-after")).isEqualTo("15");
        server.jobs.tell(job(1));
        for (Socket socket : sockets) {
            readUntil(socket, "\"job_id\":\"1\"");
        }
    }

    private Socket connect(ApiServer server) throws IOException {
        Socket socket = new Socket();
        opened.add(0, socket);
        socket.setReceiveBufferSize(8 * 1024);
        socket.setSoTimeout(20_000);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
        socket.getOutputStream()
                .write(("GET /api/v1/events HTTP/1.1\r\nHost: x\r\nX-Api-Key: " + ApiServer.KEY + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static void readUntil(Socket socket, String text) throws IOException {
        StringBuilder heard = new StringBuilder();
        byte[] buffer = new byte[4096];
        while (heard.indexOf(text) < 0) {
            int bytes = socket.getInputStream().read(buffer);
            assertThat(bytes).as(heard.toString()).isPositive();
            heard.append(new String(buffer, 0, bytes, StandardCharsets.US_ASCII));
        }
    }

    @Test
    void who_goes_away_makes_room_for_another() throws IOException {
        ApiServer server = server(1, 200, 1_000, Duration.ofMillis(10));
        Socket socket = connect(server);
        readUntil(socket, "retry: 3000\n\n");
        assertThat(server.get("/api/v1/events").status()).isEqualTo(503);
        socket.close();
        Listening next = listen(server, "");
        while (next.status() == 503) {
            next = listen(server, "");
        }
        assertThat(next.welcomed().status()).isEqualTo(200);
    }

    @Test
    void the_end_of_the_server_ends_every_answer_and_every_thread() throws Exception {
        Set<Thread> before = new HashSet<>(Thread.getAllStackTraces().keySet());
        ApiServer server = server();
        Listening one = listen(server, "").welcomed();
        Listening two = listen(server, "?types=batch").welcomed();
        Set<Thread> during = new HashSet<>(Thread.getAllStackTraces().keySet());
        during.removeAll(before);
        during.removeIf(thread -> thread.getName().startsWith("HttpClient"));
        assertThat(during).extracting(Thread::getName).contains("events");
        server.close();
        assertThat(one.hasEnded()).isTrue();
        assertThat(two.hasEnded()).isTrue();
        assertThat(server.jobs.watchers()).isZero();
        for (Thread thread : during) {
            thread.join(10_000);
            assertThat(thread.isAlive()).as(thread.getName()).isFalse();
        }
    }

    @Test
    void who_does_not_read_cannot_keep_the_server_from_ending() throws Exception {
        ApiServer server = server(10, 1_000, 10, NEVER);
        Socket lazy = connect(server);
        Listening eager = listen(server, "").welcomed();
        String name = "x".repeat(65_000) + ".mkv";
        for (int i = 1; i <= 100; i++) {
            server.jobs.tell(job(i, name));
            eager.next();
        }
        server.close();
        assertThat(eager.hasEnded()).isTrue();
        readToTheEnd(lazy);
    }

    @Test
    void what_cannot_be_listened_to_is_refused() {
        ApiServer server = server();
        Answer answer = server.get("/api/v1/events?types=weather");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("detail")).startsWith("types was 'weather'");
        assertThat(server.exchange("GET", "/api/v1/events", "").status()).isEqualTo(401);
    }

    @Test
    void who_only_asks_for_the_headers_does_not_wait() {
        Answer answer = server().exchange("HEAD", "/api/v1/events", "", "X-Api-Key", ApiServer.KEY);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("content-type")).isEqualTo("text/event-stream");
    }
}
