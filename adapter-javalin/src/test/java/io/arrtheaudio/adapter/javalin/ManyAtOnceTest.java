package io.arrtheaudio.adapter.javalin;

import static io.arrtheaudio.adapter.javalin.TestServer.WITH_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.port.in.ArrCall;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ManyAtOnceTest {

    private static final int CALLERS = 32;
    private static final int EACH = 20;

    @Test
    void every_body_reaches_the_desk_as_it_was_sent() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try (TestServer server = TestServer.locked()) {
            List<Future<?>> calls = IntStream.range(0, CALLERS)
                    .<Future<?>>mapToObj(caller -> callers.submit(() -> post(server, caller)))
                    .toList();
            for (Future<?> call : calls) {
                call.get();
            }

            assertThat(server.calls.all())
                    .extracting(ArrCall::instance)
                    .containsExactlyInAnyOrderElementsOf(IntStream.range(0, CALLERS * EACH)
                            .mapToObj(ManyAtOnceTest::instance)
                            .toList());
        } finally {
            callers.shutdownNow();
        }
    }

    private static void post(TestServer server, int caller) {
        for (int i = 0; i < EACH; i++) {
            String body = "{\"eventType\":\"Health\",\"instanceName\":\"" + instance(caller * EACH + i) + "\"}";
            assertThat(server.post("/webhook/sonarr", body, WITH_KEY).status()).isEqualTo(200);
        }
    }

    /** Of many lengths, so that some come in several pieces. */
    private static String instance(int number) {
        return number + " " + "x".repeat(number * 100);
    }
}
