package io.arrtheaudio.adapter.micrometer.tracing;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.HttpResponse;
import io.opentelemetry.sdk.common.export.HttpSender;
import io.opentelemetry.sdk.common.export.MessageWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends to the collector, each message once, in the thread of whoever sends. When the collector does not take something, that
 * is told once, until it takes something again. Never follows a redirection: keys would go with it.
 *
 * <p>Thread-safe.
 */
final class CollectorLine implements HttpSender, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CollectorLine.class);
    private static final int FINE = 300;

    private final TracingSettings settings;
    private final Duration limit;
    private final HttpClient client;
    private volatile CompletableFuture<?> underWay = CompletableFuture.completedFuture("");
    private volatile boolean isClosed;
    private boolean isAway;

    /** @param limit for one whole answer, its body included, which a time limit of the request itself would not cover */
    CollectorLine(TracingSettings settings, Duration limit, SendingThreads threads) {
        this.settings = settings;
        this.limit = limit;
        this.client = threads.making(HttpClient.newBuilder()
                .executor(threads.executor())
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(limit)
                .followRedirects(HttpClient.Redirect.NEVER)::build);
    }

    @Override
    public void send(MessageWriter message, Consumer<HttpResponse> answered, Consumer<Throwable> failed) {
        try {
            Answer answer = post(message);
            if (answer.getStatusCode() < FINE) {
                taken();
            } else {
                notTaken("it answers with status " + answer.getStatusCode());
            }
            answered.accept(answer);
        } catch (IOException e) {
            notTaken(e.getMessage());
            failed.accept(e);
        }
    }

    private Answer post(MessageWriter message) throws IOException {
        CompletableFuture<? extends java.net.http.HttpResponse<?>> answer = begin(message);
        try {
            return new Answer(answer.get(limit.toNanos(), TimeUnit.NANOSECONDS).statusCode());
        } catch (TimeoutException e) {
            throw new IOException("no whole answer within " + limit.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw new IOException(inWords(e.getCause()), e);
        } catch (CancellationException e) {
            throw new IOException("hung up", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            answer.cancel(true); // hangs up, if it is still going on
        }
    }

    private CompletableFuture<? extends java.net.http.HttpResponse<?>> begin(MessageWriter message) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        message.writeMessage(body);
        HttpRequest.Builder request = HttpRequest.newBuilder(settings.target())
                .header("Content-Type", "application/x-protobuf")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
        settings.headers().forEach(request::setHeader);
        try {
            CompletableFuture<? extends java.net.http.HttpResponse<?>> answer =
                    client.sendAsync(request.build(), BodyHandlers.discarding());
            underWay = answer;
            if (isClosed) { // this very moment, or before
                answer.cancel(true);
            }
            return answer;
        } catch (RejectedExecutionException e) {
            throw new IOException("hung up", e);
        }
    }

    /** Most that happen while connecting have no message. */
    private static String inWords(Throwable problem) {
        String name = problem.getClass().getSimpleName();
        return problem.getMessage() == null ? name : name + ": " + problem.getMessage();
    }

    private synchronized void taken() {
        if (isAway) {
            isAway = false;
            LOG.info("the collector at {} takes traces again", settings.target());
        }
    }

    private synchronized void notTaken(String why) {
        if (!isAway) {
            isAway = true;
            LOG.warn(
                    "traces are lost, as the collector at {} does not take them: {}; look at tracing.otlp_endpoint and at"
                            + " the collector. This is told once until it takes some again",
                    settings.target(),
                    why);
        }
    }

    /** Hangs up; nothing is sent any more. */
    @Override
    public void close() {
        isClosed = true;
        underWay.cancel(true);
    }

    @Override
    public CompletableResultCode shutdown() {
        close();
        return CompletableResultCode.ofSuccess();
    }

    /** The body of an answer tells nothing that matters here. */
    private record Answer(int status) implements HttpResponse {

        @Override
        public int getStatusCode() {
            return status;
        }

        @Override
        public String getStatusMessage() {
            return "";
        }

        @Override
        public byte[] getResponseBody() {
            return new byte[0];
        }
    }
}
