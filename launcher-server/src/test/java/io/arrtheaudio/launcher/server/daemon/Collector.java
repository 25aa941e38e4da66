package io.arrtheaudio.launcher.server.daemon;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** Stands in a collector's place, and takes what it is sent for bytes in which texts and ids can be looked for. */
final class Collector implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<String> bodies = new ArrayList<>();
    private volatile int status = 200;
    private volatile boolean isHanging;

    Collector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/v1/traces", this::handle);
        server.start();
    }

    /** Takes nothing from now on, and says so. */
    void refuse() {
        status = 500;
    }

    /** Answers nobody from now on. */
    void hang() {
        isHanging = true;
    }

    /** The line of the settings that sends traces here. */
    String setting() {
        return "tracing: {otlp_endpoint: 'http://127.0.0.1:"
                + server.getAddress().getPort() + "'}";
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
        synchronized (bodies) {
            bodies.add(body);
        }
        if (isHanging) {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    /** How many messages were sent. */
    int messages() {
        synchronized (bodies) {
            return bodies.size();
        }
    }

    /** Everything that was sent, one after the other. */
    String received() {
        synchronized (bodies) {
            return String.join("\n", bodies);
        }
    }

    /** Waits until all of this was sent. */
    void await(String... texts) {
        RunningDaemon.await(String.join(", ", texts), () -> {
            String received = received();
            return List.of(texts).stream().allMatch(received::contains);
        });
    }

    /** How often this was sent. */
    int count(String text) {
        return received().split(Pattern.quote(text), -1).length - 1;
    }

    /** An id as it is sent. */
    static String bytes(String hex) {
        return new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
