package io.arrtheaudio.adapter.tmdb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.Failsafe;
import dev.failsafe.RateLimiter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks politely. From outside to inside: retry, circuit breaker, rate limiter, number of requests under way, time limit.
 * The breaker is inside of the retry, so that it counts requests and not lookups, and opens in the middle of one.
 *
 * <p>Thread-safe; there is one for each TMDB.
 */
final class Policies {

    private static final Logger LOG = LoggerFactory.getLogger(Policies.class);

    private final TmdbConnection connection;
    private final TmdbSettings settings;
    private final BackOff backOff;
    private final Rest rest;
    private final CircuitBreaker<Optional<JsonNode>> breaker;
    private final RateLimiter<Object> limiter;
    private final Semaphore places;

    /** @param nanoTime as {@link System#nanoTime} */
    Policies(TmdbConnection connection, TmdbSettings settings, LongSupplier nanoTime) {
        this.connection = connection;
        this.settings = settings;
        this.backOff =
                new BackOff(settings.retries().backOff(), settings.retries().retryAfterCap());
        this.rest = new Rest(nanoTime);
        this.breaker = breaker(settings.circuit());
        this.limiter = RateLimiter.burstyBuilder(
                        settings.pace().requests(), settings.pace().period())
                .build();
        this.places = new Semaphore(settings.pace().inFlight(), true);
    }

    /**
     * Asks, more than once if need be.
     *
     * @return empty if TMDB does not know what was asked for
     * @throws io.arrtheaudio.domain.failure.AudioFixException if there is no answer before the deadline
     */
    Optional<JsonNode> ask(Question question, Deadline deadline) {
        try {
            return askUntilAnswered(question, deadline);
        } catch (TmdbFailure e) {
            throw e.whenAsked(connection.host(), question);
        }
    }

    private Optional<JsonNode> askUntilAnswered(Question question, Deadline deadline) {
        for (int tries = 1; ; tries++) {
            try {
                return askOnce(question, deadline);
            } catch (TmdbFailure e) {
                Duration pause = backOff.after(
                        tries, e.retryAfter(), ThreadLocalRandom.current().nextDouble());
                if (!e.kind().isTransient()
                        || tries == settings.retries().tries()
                        || backOff.isTooLong(e.retryAfter())
                        || pause.compareTo(deadline.remaining()) >= 0) {
                    rest.asWished(e.retryAfter()); // which nobody waits for
                    throw e;
                }
                connection.pause(pause);
            }
        }
    }

    private Optional<JsonNode> askOnce(Question question, Deadline deadline) {
        rest.check();
        try {
            return Failsafe.with(breaker).get(() -> inTurn(question, deadline));
        } catch (CircuitBreakerOpenException e) {
            throw paused();
        }
    }

    private TmdbFailure paused() {
        return new TmdbFailure(
                TmdbFailure.Kind.PAUSED,
                "it has failed " + settings.circuit().failures() + " times in a row and is left alone for "
                        + (breaker.getRemainingDelay().toSeconds() + 1) + " s more");
    }

    private Optional<JsonNode> inTurn(Question question, Deadline deadline) {
        inTime(deadline);
        takePlace(deadline.atMost(settings.pace().patience()));
        try {
            inTime(deadline);
            rest.check();
            LOG.debug("asking TMDB for {}", question.about());
            return connection
                    .ask(question, deadline.atMost(settings.limits().request()))
                    .read();
        } finally {
            places.release();
        }
    }

    /** Whoever waits for a place is woken by those who are sent away when the connection is closed. */
    private void takePlace(Duration patience) {
        Duration wait = limiter.tryReservePermit(patience);
        if (wait.isNegative()) {
            throw busy();
        }
        connection.pause(wait);
        try {
            if (!places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw TmdbFailure.interrupted();
        }
    }

    private static TmdbFailure busy() {
        return new TmdbFailure(TmdbFailure.Kind.BUSY, "not asked, since too much else is");
    }

    private void inTime(Deadline deadline) {
        if (deadline.isOver()) {
            throw new TmdbFailure(
                    TmdbFailure.Kind.LATE,
                    "no answer within " + settings.limits().lookup().toMillis() + " ms");
        }
    }

    private CircuitBreaker<Optional<JsonNode>> breaker(TmdbSettings.Circuit circuit) {
        return CircuitBreaker.<Optional<JsonNode>>builder()
                .handleIf(this::countsAgainstIt)
                .withFailureThreshold(circuit.failures())
                .withSuccessThreshold(1)
                .withDelay(circuit.open())
                .onOpen(event -> LOG.warn(
                        "TMDB at {} has failed {} times in a row and is not asked for {} s",
                        connection.host(),
                        circuit.failures(),
                        circuit.open().toSeconds()))
                .onClose(event -> LOG.info("TMDB at {} answers again", connection.host()))
                .build();
    }

    /** The one request that is tried after a while must have been answered; being interrupted shows nothing. */
    private boolean countsAgainstIt(Throwable problem) {
        return !(problem instanceof TmdbFailure failure)
                || failure.kind().isFault()
                || breaker.isHalfOpen() && !failure.kind().isAnswer();
    }
}
