package io.arrtheaudio.adapter.tmdb;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A server in TMDB's place. What it was not told of, it does not find. */
final class TmdbStub implements AutoCloseable {

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true"); // else each answer takes 40 ms
    }

    /** What to do about a request; the exchange is closed afterwards. */
    interface Reply {
        void to(HttpExchange exchange) throws IOException, InterruptedException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> new Thread(work, "stub of TMDB"));
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);

    TmdbStub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/3");
    }

    /** What was asked for, in order, without the key: {@code /find/5?external_source=tvdb_id}. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    /** How each request showed who asks: its parameter or its header. */
    List<String> keys() {
        return List.copyOf(keys);
    }

    /** Answers one question. */
    TmdbStub on(String question, Reply reply) {
        replies.put(question, reply);
        return this;
    }

    /** Answers one question by status 200 and a body of the test's resources. */
    TmdbStub on(String question, String resource) {
        return on(question, status(200, resource(resource)));
    }

    /** Answers everything that has no answer of its own. */
    TmdbStub onAll(Reply reply) {
        return on("*", reply);
    }

    static Reply status(int status, String body) {
        return exchange -> send(exchange, status, body.getBytes(StandardCharsets.UTF_8));
    }

    static Reply header(String name, String value, Reply then) {
        return exchange -> {
            exchange.getResponseHeaders().add(name, value);
            then.to(exchange);
        };
    }

    /** One after the other; the last one again and again. */
    static Reply inTurn(Reply... replies) {
        List<Reply> left = new CopyOnWriteArrayList<>(replies);
        return exchange -> (left.size() > 1 ? left.remove(0) : left.get(0)).to(exchange);
    }

    /** Says nothing until the test ends. */
    Reply silence() {
        return exchange -> end.await(30, TimeUnit.SECONDS);
    }

    /** Half of what it promises, and then nothing until the test ends. */
    Reply halfAndSilence(String body) {
        return exchange -> {
            half(exchange, body);
            end.await(30, TimeUnit.SECONDS);
        };
    }

    /** Half of what it promises, and then it hangs up. */
    static Reply halfAndGone(String body) {
        return exchange -> half(exchange, body);
    }

    /** Zeros without end. */
    static Reply endless(int status) {
        return exchange -> {
            exchange.sendResponseHeaders(status, 0);
            OutputStream body = exchange.getResponseBody();
            while (true) {
                body.write(new byte[1 << 16]); // ends by an exception when the client hangs up
            }
        };
    }

    static String resource(String name) {
        try (InputStream in = TmdbStub.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            reply(exchange).to(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Reply reply(HttpExchange exchange) {
        String question = question(exchange.getRequestURI());
        asked.add(question);
        keys.add(key(exchange));
        Reply any = replies.getOrDefault("*", status(404, resource("status-34.json")));
        return replies.getOrDefault(question, any);
    }

    private static String question(URI uri) {
        String whole =
                uri.getRawPath().replaceFirst("^/3", "") + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        return whole.replaceFirst("[?&]api_key=[^&]*", "");
    }

    private static String key(HttpExchange exchange) {
        String query = String.valueOf(exchange.getRequestURI().getRawQuery());
        String parameter = query.contains("api_key=") ? "?" + query.replaceFirst(".*(api_key=[^&]*).*", "$1") : "";
        List<String> headers = exchange.getRequestHeaders().getOrDefault("Authorization", List.of());
        return parameter + String.join(",", headers);
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        if (!exchange.getResponseHeaders().containsKey("Content-Type")) {
            exchange.getResponseHeaders().add("Content-Type", "application/json;charset=utf-8");
        }
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private static void half(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
        exchange.getResponseBody().flush();
    }
}
