package io.arrtheaudio.adapter.tmdb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.failsafe.CircuitBreaker;
import dev.failsafe.RateLimiter;
import io.arrtheaudio.port.out.Happening;
import io.arrtheaudio.port.out.Telemetry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks politely. From outside to inside: further tries, rate limiter, number of requests under way, circuit breaker, time
 * limit. So the breaker counts requests and not lookups, opens in the middle of one, and knows only of what was asked.
 *
 * <p>Thread-safe; there is one for each TMDB.
 */
final class Policies {

    private static final Logger LOG = LoggerFactory.getLogger(Policies.class);

    private final TmdbConnection connection;
    private final TmdbSettings settings;
    private final Telemetry telemetry;
    private final BackOff backOff;
    private final Rest rest;
    private final CircuitBreaker<Object> breaker;
    private final RateLimiter<Object> limiter;
    private final Semaphore places;

    /** @param nanoTime as {@link System#nanoTime} */
    Policies(TmdbConnection connection, TmdbSettings settings, Telemetry telemetry, LongSupplier nanoTime) {
        this.connection = connection;
        this.settings = settings;
        this.telemetry = telemetry;
        this.backOff =
                new BackOff(settings.retries().backOff(), settings.retries().retryAfterCap());
        this.rest = new Rest(settings.circuit().open(), nanoTime);
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

    /**
     * Asks once, at the pace of all others, but whatever the circuit breaker has seen, and without moving it: this is for who
     * wants to know how TMDB is. That it wishes to be left alone is respected.
     *
     * @throws TmdbFailure if there is no answer
     */
    Optional<JsonNode> askBeside(Question question, Duration limit) {
        checkRest();
        takeTurn();
        try {
            return send(question, limit);
        } finally {
            places.release();
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
                telemetry.happened(new Happening.TriedAgain(Happening.Component.LOOKUP));
            }
        }
    }

    private Optional<JsonNode> askOnce(Question question, Deadline deadline) {
        seeThatItMayBeAsked(deadline);
        deadline.whileItStands(this::takeTurn);
        try {
            seeThatItMayBeAsked(deadline); // much may have happened meanwhile
            return answer(question, deadline.atMost(settings.limits().request()));
        } finally {
            places.release();
        }
    }

    private void seeThatItMayBeAsked(Deadline deadline) {
        checkRest();
        if (breaker.isOpen() && !breaker.getRemainingDelay().isZero()) {
            throw paused();
        }
        if (deadline.isOver()) {
            throw late(TmdbFailure.Kind.LATE);
        }
    }

    private void checkRest() {
        try {
            rest.check();
        } catch (TmdbFailure e) {
            spared(Happening.Restraint.RESTING);
            throw e;
        }
    }

    private void spared(Happening.Restraint why) {
        telemetry.happened(new Happening.SourceSpared(why));
    }

    /**
     * Waits until the pace permits it, and then for a place, each as long as there is patience: those whose turn comes at the
     * same moment go one after the other. Whoever waits for a place is woken by those who are sent away when the connection
     * is closed.
     */
    private void takeTurn() {
        Duration patience = settings.pace().patience();
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

    private Optional<JsonNode> answer(Question question, Duration limit) {
        if (!breaker.tryAcquirePermit()) {
            throw paused();
        }
        try {
            LOG.debug("asking TMDB for {}", question.about());
            Optional<JsonNode> answer = send(question, limit);
            breaker.recordSuccess();
            rest.keyAccepted();
            return answer;
        } catch (TmdbFailure e) {
            record(e.kind());
            boolean isCut = limit.compareTo(settings.limits().request()) < 0;
            throw isCut && e.kind() == TmdbFailure.Kind.SLOW ? late(e.kind()) : e;
        } catch (RuntimeException | Error e) {
            breaker.recordFailure();
            throw e;
        }
    }

    /** The one request that is tried after a while must have been answered; being interrupted shows nothing. */
    private void record(TmdbFailure.Kind kind) {
        if (kind == TmdbFailure.Kind.BAD_KEY) {
            rest.keyRefused();
        }
        if (kind.isFault() || breaker.isHalfOpen() && !kind.isAnswer()) {
            breaker.recordFailure();
        } else if (kind.isAnswer()) {
            breaker.recordSuccess();
        }
    }

    /** One request; what came of it is told. */
    private Optional<JsonNode> send(Question question, Duration limit) {
        try {
            Optional<JsonNode> answer = connection.ask(question, limit).read();
            asked(answer.isPresent() ? Happening.Answer.ANSWERED : Happening.Answer.NOT_FOUND);
            return answer;
        } catch (TmdbFailure e) {
            tell(e.kind());
            throw e;
        }
    }

    private void tell(TmdbFailure.Kind kind) {
        asked(kind.answer());
        if (kind.isFault() || kind.isAnswer()) {
            telemetry.happened(new Happening.Troubled(kind.remedy(), Happening.Component.LOOKUP));
        }
    }

    private void asked(Happening.Answer answer) {
        telemetry.happened(new Happening.SourceAsked(answer));
    }

    private TmdbFailure late(TmdbFailure.Kind kind) {
        return new TmdbFailure(
                kind, "no answer within the " + settings.limits().lookup().toMillis() + " ms that one title gets");
    }

    private TmdbFailure busy() {
        spared(Happening.Restraint.PACE);
        return new TmdbFailure(TmdbFailure.Kind.BUSY, "not asked, since too much else is");
    }

    private TmdbFailure paused() {
        spared(Happening.Restraint.CIRCUIT_OPEN);
        return new TmdbFailure(
                TmdbFailure.Kind.PAUSED,
                "it has failed " + settings.circuit().failures() + " times in a row and is left alone for "
                        + (breaker.getRemainingDelay().toSeconds() + 1) + " s more");
    }

    private CircuitBreaker<Object> breaker(TmdbSettings.Circuit circuit) {
        return CircuitBreaker.builder()
                .withFailureThreshold(circuit.failures())
                .withSuccessThreshold(1)
                .withDelay(circuit.open())
                .onOpen(event -> opened(circuit))
                .onHalfOpen(event -> moved(Happening.Circuit.HALF_OPEN))
                .onClose(event -> closed())
                .build();
    }

    private void opened(TmdbSettings.Circuit circuit) {
        moved(Happening.Circuit.OPEN);
        LOG.warn(
                "TMDB at {} has failed {} times in a row and is not asked for {} s",
                connection.host(),
                circuit.failures(),
                circuit.open().toSeconds());
    }

    private void closed() {
        moved(Happening.Circuit.CLOSED);
        LOG.info("TMDB at {} answers again", connection.host());
    }

    private void moved(Happening.Circuit to) {
        telemetry.happened(new Happening.CircuitMoved(to));
    }
}
