package io.arrtheaudio.adapter.tmdb;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Sends requests to TMDB, each once. Never follows a redirection: the key would go with it.
 *
 * <p>Thread-safe.
 */
final class TmdbConnection implements AutoCloseable {

    private final URI baseUrl;
    private final ApiKey key;
    private final ClientThreads threads = new ClientThreads();
    private final HttpClient client;
    private final Set<CompletableFuture<?>> underWay = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);

    TmdbConnection(TmdbSettings settings) {
        baseUrl = settings.baseUrl();
        key = new ApiKey(settings.apiKey());
        client = threads.start(HttpClient.newBuilder()
                .version(version(baseUrl))
                .connectTimeout(settings.limits().connect())
                .followRedirects(HttpClient.Redirect.NEVER));
    }

    /** Whom it asks, for people. */
    String host() {
        return baseUrl.getAuthority();
    }

    /**
     * Asks once.
     *
     * @param limit for the whole answer, its body included, which a time limit of the request itself would not cover
     * @throws TmdbFailure if none comes
     */
    @SuppressWarnings("CollectionUndefinedEquality") // each answer is only like itself
    Answer ask(Question question, Duration limit) {
        CompletableFuture<HttpResponse<BoundedBody.Body>> answer = send(question);
        try {
            return received(answer.get(limit.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            throw new TmdbFailure(TmdbFailure.Kind.SLOW, "no whole answer within " + limit.toMillis() + " ms");
        } catch (ExecutionException e) {
            throw isClosed() ? TmdbFailure.closed() : broken(e.getCause());
        } catch (CancellationException e) {
            throw TmdbFailure.closed();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw TmdbFailure.interrupted();
        } finally {
            answer.cancel(true); // hangs up, if it is still going on
            underWay.remove(answer);
        }
    }

    /**
     * Waits.
     *
     * @throws TmdbFailure at once when this is closed, or the thread is interrupted
     */
    void pause(Duration time) {
        try {
            if (closed.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
                throw TmdbFailure.closed();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw TmdbFailure.interrupted();
        }
    }

    /** Ends what is under way, whoever waits, and every thread; nothing is sent afterwards. */
    @Override
    public void close() {
        closed.countDown();
        underWay.forEach(answer -> answer.cancel(true));
        threads.close();
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private CompletableFuture<HttpResponse<BoundedBody.Body>> send(Question question) {
        if (isClosed()) {
            throw TmdbFailure.closed();
        }
        try {
            CompletableFuture<HttpResponse<BoundedBody.Body>> answer =
                    client.sendAsync(request(question), head -> new BoundedBody());
            underWay.add(answer);
            if (isClosed()) { // this very moment
                answer.cancel(true);
            }
            return answer;
        } catch (RejectedExecutionException e) {
            throw TmdbFailure.closed();
        }
    }

    private HttpRequest request(Question question) {
        String query = question.query();
        String signed = key.parameter()
                .map(parameter -> query.isEmpty() ? parameter : query + "&" + parameter)
                .orElse(query);
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(baseUrl + question.path() + (signed.isEmpty() ? "" : "?" + signed)))
                .header("Accept", "application/json");
        key.authorization().ifPresent(value -> request.header("Authorization", value));
        return request.build();
    }

    private static Answer received(HttpResponse<BoundedBody.Body> response) {
        String retryAfter = response.headers().firstValue("Retry-After").orElse("");
        return new Answer(response.statusCode(), RetryAfter.read(retryAfter, Instant.now()), response.body());
    }

    private TmdbFailure broken(Throwable cause) {
        TmdbFailure.Kind kind =
                cause instanceof HttpTimeoutException ? TmdbFailure.Kind.SLOW : TmdbFailure.Kind.UNREACHABLE;
        return new TmdbFailure(kind, key.masked(inWords(cause)));
    }

    /** Some have no message, and the cause tells more. */
    private static String inWords(Throwable problem) {
        if (problem instanceof HttpConnectTimeoutException) {
            return "cannot connect in time";
        }
        String name = problem.getClass().getSimpleName();
        if (name.equals("ConnectException")) { // by its name, as sockets are nobody's business
            boolean isNameless = Stream.iterate(problem, Objects::nonNull, Throwable::getCause)
                    .anyMatch(cause -> cause instanceof IllegalArgumentException); // UnresolvedAddressException is one
            return isNameless ? "cannot connect: nobody knows a host of that name" : "cannot connect";
        }
        String message = problem.getMessage() == null ? "" : ": " + problem.getMessage();
        String words = name + message.replaceAll("\\s+", " ");
        Throwable cause = problem.getCause();
        return message.isEmpty() && cause != null ? words + ", " + inWords(cause) : words;
    }

    /** Without TLS nobody speaks HTTP/2 unless he is asked to change over, which old proxies do not understand. */
    private static HttpClient.Version version(URI url) {
        return url.getScheme().equals("https") ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1;
    }
}
