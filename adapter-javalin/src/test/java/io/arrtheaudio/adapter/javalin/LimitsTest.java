package io.arrtheaudio.adapter.javalin;

import static io.arrtheaudio.adapter.javalin.TestServer.WITH_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.adapter.javalin.HttpSettings.Keys;
import io.arrtheaudio.adapter.javalin.HttpSettings.Rates;
import io.arrtheaudio.domain.audit.AuditEntry;
import io.javalin.http.HandlerType;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LimitsTest {

    private static final String EVENT = "{\"eventType\":\"Health\"}";
    private static final Route BATCH = TestServer.route(HandlerType.POST, "/api/v1/batch", context -> {
        if (context.header("X-Refuse") != null) {
            throw new Refusal(403, "no");
        }
        context.result("begun");
    });

    private TestServer server = new TestServer(TestServer.lockedSettings().behind("127.0.0.1"), BATCH);

    @AfterEach
    void end() {
        server.close();
    }

    private int batch(String... headers) {
        return server.post("/api/v1/batch", "{}", headers).status();
    }

    @Test
    void ten_batches_a_minute_may_be_begun() {
        for (int i = 0; i < 10; i++) {
            assertThat(batch(WITH_KEY)).isEqualTo(200);
        }

        Answer refused = server.post("/api/v1/batch", "{}", WITH_KEY);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("retry-after")).isEqualTo("6");
        assertThat(refused.text("detail"))
                .isEqualTo("no more than 10 batches are taken within 60 seconds; come back in 6 seconds");
        assertThat(server.audit.all().get(0).outcome()).isEqualTo("too often");
        server.clock.advance(Duration.ofSeconds(6));
        assertThat(batch(WITH_KEY)).isEqualTo(200);
        assertThat(batch(WITH_KEY)).isEqualTo(429);
    }

    @Test
    void a_batch_that_is_refused_is_none_of_them() {
        for (int i = 0; i < 30; i++) {
            assertThat(server.post("/api/v1/batch", "{}", TestServer.with(WITH_KEY, "X-Refuse", "yes"))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(batch()).as("nor does who has no key get anything back").isEqualTo(401);
        assertThat(batch(WITH_KEY)).isEqualTo(200);
    }

    @Test
    void ten_failures_a_minute_are_answered_and_then_no_more() {
        for (int i = 0; i < 10; i++) {
            assertThat(batch("X-Api-Key", "wrong " + i)).isEqualTo(401);
        }

        Answer refused = server.post("/api/v1/batch", "{}");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("retry-after")).isEqualTo("6");
        assertThat(server.get("/nothing").status()).isEqualTo(429);
        assertThat(server.post("/webhook/sonarr", EVENT).status()).isEqualTo(429);
    }

    @Test
    void others_and_who_has_the_key_do_not_feel_it() {
        for (int i = 0; i < 11; i++) {
            batch("X-Forwarded-For", "203.0.113.7");
        }

        assertThat(batch("X-Forwarded-For", "203.0.113.7")).isEqualTo(429);
        assertThat(batch("X-Forwarded-For", "203.0.113.8")).isEqualTo(401);
        assertThat(batch(TestServer.with(WITH_KEY, "X-Forwarded-For", "203.0.113.7")))
                .isEqualTo(200);
    }

    @Test
    void a_network_of_ipv6_is_one_client() {
        for (int i = 0; i < 10; i++) {
            batch("X-Forwarded-For", "2001:db8:1:2::" + i);
        }

        assertThat(batch("X-Forwarded-For", "2001:db8:1:2:ffff::1")).isEqualTo(429);
        assertThat(batch("X-Forwarded-For", "2001:db8:1:3::1")).isEqualTo(401);
    }

    @Test
    void who_is_no_trusted_proxy_speaks_for_nobody_else() {
        server.close();
        server = TestServer.locked(BATCH);
        for (int i = 0; i < 10; i++) {
            batch("X-Forwarded-For", "203.0.113." + i);
        }

        assertThat(batch("X-Forwarded-For", "203.0.113.99")).isEqualTo(429);
        assertThat(server.audit.all()).extracting(AuditEntry::from).containsOnly("127.0.0.1");
    }

    @Test
    void failures_are_noted_ten_times_a_minute_for_one_client() {
        for (int i = 0; i < 50; i++) {
            batch("X-Forwarded-For", "203.0.113.7");
        }

        assertThat(server.audit.all()).hasSize(10).extracting(AuditEntry::from).containsOnly("203.0.113.7");
    }

    @Test
    void open_webhooks_come_a_hundred_times_a_minute() {
        server.close();
        server = new TestServer(HttpSettings.at("127.0.0.1", 0, Keys.NONE));
        for (int i = 0; i < 100; i++) {
            assertThat(server.post("/webhook/sonarr", EVENT).status()).isEqualTo(200);
        }

        assertThat(server.post("/webhook/sonarr", EVENT).status()).isEqualTo(429);
    }

    @Test
    void webhooks_with_the_key_have_a_limit_of_their_own() {
        server.close();
        Rates rates = new Rates(Rate.perMinute(10), Rate.perMinute(10), Rate.perMinute(1), Rate.perMinute(20), 10_000);
        server = new TestServer(TestServer.lockedSettings().with(rates));
        for (int i = 0; i < 20; i++) {
            assertThat(server.post("/webhook/sonarr", EVENT, WITH_KEY).status()).isEqualTo(200);
        }

        assertThat(server.post("/webhook/sonarr", EVENT, WITH_KEY).status()).isEqualTo(429);
        assertThat(Rates.DEFAULT.webhooks()).isEqualTo(Rate.perMinute(6_000));
    }
}
