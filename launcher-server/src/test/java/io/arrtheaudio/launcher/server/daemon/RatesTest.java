package io.arrtheaudio.launcher.server.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often one client may call a whole daemon, and who that is behind a proxy. */
class RatesTest {

    @TempDir
    private Path folder;

    @Test
    void who_guesses_keys_behind_a_trusted_proxy_is_stopped_and_nobody_else() {
        try (RunningDaemon daemon = RunningDaemon.in(folder, RunningDaemon.api("trusted_proxies: [127.0.0.1]"))) {
            HttpRequest.Builder guess = daemon.stranger("/api/v1/jobs").header("X-Api-Key", "wrong");
            assertThat(statuses(daemon, 12, from(guess, "203.0.113.7")))
                    .startsWith(401, 401)
                    .endsWith(429);
            RunningDaemon.Answer refused =
                    daemon.send(from(guess, "203.0.113.7")).is(429);
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
            daemon.send(from(guess, "203.0.113.8")).is(401);
            daemon.send(from(daemon.request("/api/v1/jobs"), "203.0.113.7")).is(200);
            assertThat(daemon.audit())
                    .contains(
                            "wrong key | access | GET /api/v1/jobs | 203.0.113.7 | refused",
                            "wrong key | access | GET /api/v1/jobs | 203.0.113.8 | refused");
        }
    }

    @Test
    void who_is_no_trusted_proxy_speaks_for_nobody_else() {
        try (RunningDaemon daemon = RunningDaemon.in(folder)) {
            HttpRequest.Builder guess = daemon.stranger("/api/v1/jobs").header("X-Api-Key", "wrong");
            List<Integer> statuses = IntStream.range(0, 12)
                    .mapToObj(i -> daemon.send(from(guess, "203.0.113." + i)).status())
                    .toList();
            assertThat(statuses).startsWith(401, 401).endsWith(429);
            assertThat(daemon.audit()).contains("wrong key | access | GET /api/v1/jobs | 127.0.0.1 | refused");
        }
    }

    @Test
    void ten_batches_a_minute_may_be_begun_and_a_hundred_open_webhooks_told() {
        try (RunningDaemon daemon =
                RunningDaemon.in(folder, "api: {host: 127.0.0.1, port: 0, authentication: false}")) {
            List<Integer> batches = IntStream.range(0, 12)
                    .mapToObj(i -> daemon.film("tv/" + i + "/a.mkv").getParent())
                    .map(series -> daemon.batch(series, "").status())
                    .toList();
            assertThat(batches.subList(0, 10)).containsOnly(202);
            assertThat(batches).endsWith(429);
            List<Integer> webhooks = statuses(daemon, 130, json(daemon, "/webhook/test", "{}"));
            assertThat(webhooks.subList(0, 100)).containsOnly(200);
            assertThat(webhooks).endsWith(429);
        }
    }

    @Test
    void webhooks_with_the_key_have_a_limit_of_their_own() {
        try (RunningDaemon daemon = RunningDaemon.in(folder, RunningDaemon.api("rate_limits: {webhooks: 5}"))) {
            assertThat(statuses(daemon, 7, json(daemon, "/webhook/test", "{}").header("X-Api-Key", RunningDaemon.KEY)))
                    .startsWith(200, 200, 200, 200, 200)
                    .endsWith(429);
            daemon.get("/api/v1/queue").is(200);
        }
    }

    private static HttpRequest.Builder from(HttpRequest.Builder request, String client) {
        return request.copy().header("X-Forwarded-For", client);
    }

    private static HttpRequest.Builder json(RunningDaemon daemon, String path, String body) {
        return daemon.stranger(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
    }

    private static List<Integer> statuses(RunningDaemon daemon, int times, HttpRequest.Builder request) {
        return IntStream.range(0, times)
                .mapToObj(i -> daemon.send(request).status())
                .toList();
    }
}
