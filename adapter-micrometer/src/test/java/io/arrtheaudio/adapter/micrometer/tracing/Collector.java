package io.arrtheaudio.adapter.micrometer.tracing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Stands in a collector's place. */
final class Collector implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    volatile int status = 200;
    volatile Answering answering = Answering.AT_ONCE;

    enum Answering {
        AT_ONCE,
        HALF,
        NEVER
    }

    /** What was sent. */
    record Received(String path, String type, String authorization, String body) {}

    Collector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    TracingSettings settings() {
        return new TracingSettings(uri(), 1, Map.of("Authorization", "Basic c2VjcmV0"));
    }

    private URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        received.add(new Received(
                exchange.getRequestURI().getPath(),
                exchange.getRequestHeaders().getFirst("Content-Type"),
                exchange.getRequestHeaders().getFirst("Authorization"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1)));
        if (answering == Answering.NEVER) {
            hang();
        }
        if (answering == Answering.HALF) {
            exchange.sendResponseHeaders(status, 10);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
            hang();
        } else {
            exchange.sendResponseHeaders(status, -1);
        }
        exchange.close();
    }

    private void hang() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What comes next. */
    Received next() throws InterruptedException {
        Received next = received.poll(20, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing came");
        }
        return next;
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
