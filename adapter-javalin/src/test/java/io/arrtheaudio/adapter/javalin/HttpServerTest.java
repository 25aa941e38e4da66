package io.arrtheaudio.adapter.javalin;

import static io.arrtheaudio.adapter.javalin.TestServer.WITH_KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrtheaudio.adapter.javalin.HttpSettings.Keys;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.health.Health;
import io.arrtheaudio.kit.InMemoryJobStore;
import io.arrtheaudio.kit.InMemoryOwnerLocks;
import io.arrtheaudio.port.in.BackupRound;
import io.arrtheaudio.port.in.BatchDesk;
import io.arrtheaudio.port.in.Housekeeping;
import io.arrtheaudio.port.in.LibraryFiles;
import io.arrtheaudio.port.in.ScheduleBoard;
import io.arrtheaudio.port.in.Statistics;
import io.arrtheaudio.port.in.ThreadReport;
import io.arrtheaudio.port.in.UndoEdits;
import io.javalin.http.HandlerType;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HttpServerTest {

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("http")
                        || thread.getName().contains("Scheduler")
                        || thread.getName().contains("jetty"))
                .filter(thread -> !thread.getName().startsWith("HttpClient"))
                .collect(Collectors.toSet());
    }

    private static ServerParts parts(KeptCalls calls, KeptAudit audit) {
        return new ServerParts(
                new ServerParts.Desks(
                        calls,
                        new KeptJobs(() -> InMemoryJobStore.openNew(new InMemoryOwnerLocks()), InstantSource.system()),
                        Unasked.of(BatchDesk.class),
                        Unasked.of(LibraryFiles.class),
                        Unasked.of(UndoEdits.class),
                        () -> new Health(List.of()),
                        Unasked.of(Housekeeping.class),
                        audit,
                        Unasked.of(BackupRound.class),
                        Unasked.of(ThreadReport.class),
                        Unasked.of(Statistics.class),
                        Unasked.of(ScheduleBoard.class)),
                ServerParts.Hooks.none("1.2.3"));
    }

    @Test
    void what_a_launcher_starts_serves_webhooks_and_health() {
        KeptCalls calls = new KeptCalls();
        try (HttpServer server = HttpServer.start(
                        HttpSettings.at("127.0.0.1", 0, Keys.NONE),
                        parts(calls, new KeptAudit(InstantSource.system())),
                        InstantSource.system());
                Wire live = new Wire(server.port());
                Wire webhook = new Wire(server.port())) {
            assertThat(live.lines("GET /health/live HTTP/1.1", "Host: a", "Connection: close")
                            .answer()
                            .status())
                    .isEqualTo(200);
            assertThat(webhook.lines(
                                    "POST /webhook/sonarr HTTP/1.1",
                                    "Host: a",
                                    "Content-Type: application/json",
                                    "Content-Length: 20",
                                    "Connection: close",
                                    "",
                                    "{\"eventType\":\"Test\"}")
                            .answer()
                            .status())
                    .isEqualTo(200);
            assertThat(calls.all()).hasSize(1);
        }
    }

    @Test
    void no_thread_is_left_when_it_has_ended() {
        Set<Thread> before = threads();
        TestServer server = TestServer.locked(TestServer.echo(HandlerType.POST, "/echo"));
        Wire idle = server.wire();
        server.post("/echo", "{}", WITH_KEY);
        Wire half = server.wire().text("POST /echo HTTP/1.1\r\nHost: a\r\n");

        server.close();

        assertThat(threads()).isSubsetOf(before);
        idle.close();
        half.close();
    }

    @Test
    void an_answer_on_its_way_is_finished_first() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        TestServer server = TestServer.locked(TestServer.route(HandlerType.GET, "/slow", context -> {
            begun.countDown();
            assertThat(goOn.await(10, TimeUnit.SECONDS)).isTrue();
            context.result("done");
        }));
        CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> server.get("/slow", WITH_KEY));
        begun.await();
        CompletableFuture<Void> end = CompletableFuture.runAsync(server::close);

        assertThatThrownBy(() -> end.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        goOn.countDown();

        assertThat(answer.get(10, TimeUnit.SECONDS).body()).isEqualTo("done");
        end.get(10, TimeUnit.SECONDS);
    }

    @Test
    void groups_let_go_before_it_ends_and_a_second_end_does_nothing() {
        CountDownLatch closed = new CountDownLatch(1);
        RouteGroup group = new RouteGroup() {
            @Override
            public List<Route> routes() {
                return List.of();
            }

            @Override
            public void close() {
                closed.countDown();
            }
        };
        HttpServer server = HttpServer.start(
                TestServer.lockedSettings(),
                () -> TestServer.lockedSettings().keys(),
                List.of(group),
                new KeptAudit(InstantSource.system()),
                RequestObserver.NONE,
                InstantSource.system());

        server.close();
        server.close();

        assertThat(closed.getCount()).isZero();
    }

    @Test
    void two_of_them_do_not_meet() {
        try (TestServer one = TestServer.locked(TestServer.echo(HandlerType.POST, "/one"));
                TestServer two = TestServer.open(TestServer.echo(HandlerType.POST, "/two"))) {
            assertThat(one.port()).isNotEqualTo(two.port());
            assertThat(one.post("/one", "1").status()).isEqualTo(401);
            assertThat(two.post("/two", "2").body()).isEqualTo("2");
            assertThat(two.post("/one", "1").status()).isEqualTo(404);
            assertThat(one.post("/one", "1", WITH_KEY).body()).isEqualTo("1");
        }
    }

    @Test
    void a_port_that_is_taken_is_told_and_leaves_no_thread() {
        try (TestServer first = TestServer.locked()) {
            Set<Thread> before = threads();
            HttpSettings same = HttpSettings.at("127.0.0.1", first.port(), Keys.NONE);

            assertThatThrownBy(() -> new TestServer(same))
                    .isInstanceOf(AudioFixException.class)
                    .hasMessageContaining("127.0.0.1:" + first.port())
                    .hasMessageContaining("set api.host and api.port")
                    .extracting(e -> ((AudioFixException) e).remedy())
                    .isEqualTo(Remedy.FIX_SETTINGS);
            assertThat(threads()).isSubsetOf(before);
        }
    }

    @Test
    void more_connections_than_there_may_be_wait_until_one_is_closed() {
        HttpSettings few = TestServer.lockedSettings().with(new HttpSettings.Capacity(6, 4));
        try (TestServer server = new TestServer(few, TestServer.echo(HandlerType.POST, "/echo"))) {
            Wire[] open = {server.wire(), server.wire(), server.wire(), server.wire()};
            try (Wire oneMore = server.wire()
                    .lines("GET /echo HTTP/1.1", "Host: a", "X-Api-Key: " + TestServer.KEY, "Connection: close")) {
                open[0].close();
                open[1].close();
                assertThat(oneMore.answer().status()).isEqualTo(405);
            }
            open[2].close();
            open[3].close();
        }
    }
}
