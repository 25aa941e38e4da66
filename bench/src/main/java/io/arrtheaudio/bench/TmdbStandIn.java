package io.arrtheaudio.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server in TMDB's place, on this machine: every title is Japanese, or every request fails. It counts. */
final class TmdbStandIn implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads;
    private final int status;
    private final AtomicInteger requests = new AtomicInteger();

    private TmdbStandIn(HttpServer server, ExecutorService threads, int status) {
        this.server = server;
        this.threads = threads;
        this.status = status;
    }

    /** @param status what it answers every request with */
    static TmdbStandIn answering(int status) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true"); // else each answer waits 40 ms for the client's word
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ExecutorService threads = Executors.newCachedThreadPool();
        TmdbStandIn standIn = new TmdbStandIn(server, threads, status);
        server.setExecutor(threads);
        server.createContext("/", standIn::answer);
        server.start();
        return standIn;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/3";
    }

    /** How many requests came since this was asked last. */
    int requests() {
        return requests.getAndSet(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        String path = exchange.getRequestURI().getPath();
        String id = path.substring(path.lastIndexOf('/') + 1);
        String text = path.contains("/find/")
                ? "{\"tv_results\":[{\"id\":" + id + "0,\"original_language\":\"ja\"}]}"
                : "{\"id\":" + id + ",\"original_language\":\"ja\",\"spoken_languages\":[{\"iso_639_1\":\"ja\"}]}";
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
