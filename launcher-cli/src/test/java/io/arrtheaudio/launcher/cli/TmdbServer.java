package io.arrtheaudio.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A server in TMDB's place, for which every series of TVDB and every film was made in Japan: the series 7 there is 70 here.
 * It shows the fields that matter; every shape of its answers is tested beside the client.
 */
final class TmdbServer implements AutoCloseable {

    static final String KEY = "0123456789abcdef0123456789abcdef";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch first = new CountDownLatch(1);
    private volatile int status = 200;
    private volatile boolean isSilent;

    TmdbServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/3/", this::answer);
        server.start();
    }

    /** Settings that send the program here; the limits of its pace do not matter. */
    String settings(String... more) {
        return "tmdb:\n  api_key: " + KEY + "\n  base_url: http://localhost:"
                + server.getAddress().getPort() + "/3\n  max_requests: 10000\n  "
                + String.join("\n  ", more) + "\n";
    }

    /** Every path that was asked for, in order. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    /** From now on every answer is this. */
    void fails(int with) {
        status = with;
    }

    /** From now on nothing is answered. */
    void isSilent() {
        isSilent = true;
    }

    /** Waits until something is asked. */
    void awaitQuestion() throws InterruptedException {
        assertThat(first.await(60, TimeUnit.SECONDS)).isTrue();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/3".length());
        asked.add(path);
        first.countDown();
        if (isSilent) {
            return; // and leaves the exchange open
        }
        byte[] body = body(path).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json;charset=utf-8");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String body(String path) {
        if (status != 200) {
            return "{\"success\":false,\"status_code\":11,\"status_message\":\"Internal error.\"}";
        }
        String last = path.substring(path.lastIndexOf('/') + 1);
        if (path.startsWith("/find/")) {
            return "{\"movie_results\":[],\"person_results\":[],\"tv_results\":[{\"id\":" + last
                    + "0,\"original_language\":\"ja\"}],\"tv_episode_results\":[],\"tv_season_results\":[]}";
        }
        if (path.startsWith("/search/")) {
            return "{\"page\":1,\"results\":[],\"total_pages\":1,\"total_results\":0}";
        }
        return path.equals("/authentication")
                ? "{\"success\":true,\"status_code\":1,\"status_message\":\"Success.\"}"
                : "{\"id\":" + last
                        + ",\"original_language\":\"ja\",\"spoken_languages\":[{\"english_name\":\"Japanese\","
                        + "\"iso_639_1\":\"ja\",\"name\":\"日本語\"}]}";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
