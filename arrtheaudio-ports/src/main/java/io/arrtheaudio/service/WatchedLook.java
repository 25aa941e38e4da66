package io.arrtheaudio.service;

import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.domain.health.Observation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A look, what it found last, and whether it is under way. Never under way twice, so that one that hangs costs one thread.
 *
 * <p>Thread-safe.
 */
final class WatchedLook {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedLook.class);

    private final Look look;
    private final InstantSource clock;
    private List<Observation> last;
    private Instant due = Instant.MIN;
    private Instant begun;
    private boolean isUnderWay;

    WatchedLook(Look look, InstantSource clock) {
        this.look = look;
        this.clock = clock;
        this.begun = clock.instant();
        this.last = List.of(new Observation(
                Finding.ok(look.subject(), "not looked at yet; ask again in a moment"), begun, Duration.ZERO));
    }

    /** Whether somebody is to {@link #look} now, which then nobody else is. */
    synchronized boolean begins() {
        Instant now = clock.instant();
        if (look.isAtOnce() || isUnderWay || now.isBefore(due)) {
            return false;
        }
        isUnderWay = true;
        begun = now;
        return true;
    }

    /** There was nobody to look. */
    synchronized void isLeft() {
        isUnderWay = false;
    }

    /** Looks, and keeps what is found. */
    void look() {
        keep(found());
    }

    private synchronized void keep(List<Finding> found) {
        last = observed(found, begun);
        due = clock.instant().plus(look.period());
        isUnderWay = false;
    }

    private List<Finding> found() {
        try {
            List<Finding> found = look.probe().examine();
            return found.isEmpty() ? List.of(Finding.ok(look.subject(), "nothing is wrong")) : found;
        } catch (RuntimeException | Error e) { // else nobody would look again
            LOG.error("looking at {} failed", look.subject(), e);
            return List.of(Finding.problem(
                    look.subject(), "looking at it failed unexpectedly", "see the log, and please report this"));
        }
    }

    private List<Observation> observed(List<Finding> found, Instant since) {
        Duration took = Duration.between(since, clock.instant());
        return found.stream()
                .map(finding -> new Observation(finding, since, took))
                .toList();
    }

    /** What is to be told now. */
    List<Observation> told() {
        return look.isAtOnce() ? observed(found(), clock.instant()) : kept();
    }

    private synchronized List<Observation> kept() {
        Duration soFar = Duration.between(begun, clock.instant());
        return isUnderWay && soFar.compareTo(look.limit()) > 0
                ? List.of(new Observation(late(soFar), begun, soFar))
                : last;
    }

    private Finding late(Duration soFar) {
        return Finding.problem(
                look.subject(),
                "no answer for " + soFar.toSeconds() + " s; it should take " + words(look.limit()) + " at most",
                "see whether a disk, a network share or another machine that it needs hangs; it is told as soon as it"
                        + " answers");
    }

    private static String words(Duration time) {
        return time.toMillis() % 1_000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
}
