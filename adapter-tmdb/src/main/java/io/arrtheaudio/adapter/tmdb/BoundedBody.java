package io.arrtheaudio.adapter.tmdb;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Reads a body up to a size and hangs up then, whatever else may come. */
final class BoundedBody implements BodySubscriber<BoundedBody.Body> {

    private static final int MOST_BYTES = 1 << 20; // the longest series have some 200 KiB

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<Body> body = new CompletableFuture<>();
    private Flow.Subscription subscription;

    @Override
    public CompletionStage<Body> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        buffers.forEach(this::add);
    }

    @Override
    public void onError(Throwable problem) {
        body.completeExceptionally(problem);
    }

    @Override
    public void onComplete() {
        body.complete(new Body(bytes.toByteArray(), true));
    }

    private void add(ByteBuffer buffer) {
        if (bytes.size() + buffer.remaining() > MOST_BYTES) {
            subscription.cancel();
            body.complete(new Body(new byte[0], false));
        } else if (!body.isDone()) {
            byte[] part = new byte[buffer.remaining()];
            buffer.get(part);
            bytes.writeBytes(part);
        }
    }

    /**
     * What was read.
     *
     * @param bytes all of it, if it is whole
     * @param isWhole whether it was not too large
     */
    record Body(byte[] bytes, boolean isWhole) {}
}
