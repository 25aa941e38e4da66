package io.arrtheaudio.service;

import io.arrtheaudio.domain.health.CheckName;
import io.arrtheaudio.domain.health.CheckResult;
import io.arrtheaudio.domain.health.Health;
import io.arrtheaudio.domain.health.Observation;
import io.arrtheaudio.port.in.HealthBoard;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at everything again and again, each thing in its own time and by a thread of its own, so that what hangs holds up
 * neither the others nor those who ask. There are never more threads than things to look at.
 *
 * <p>Thread-safe.
 */
public final class HealthRounds implements HealthBoard, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HealthRounds.class);
    private static final Duration LAST_LOOK = Duration.ofSeconds(2);

    private final List<HealthCheck> checks;
    private final InstantSource clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(named("health"));
    private final ExecutorService lookers = Executors.newCachedThreadPool(named("health-look"));
    private volatile Map<CheckName, Map<String, WatchedLook>> looks = Map.of();

    private HealthRounds(List<HealthCheck> checks, InstantSource clock) {
        this.checks = List.copyOf(checks);
        this.clock = clock;
    }

    /**
     * Begins to look.
     *
     * @param checks in the order in which they are told, each name once
     * @param round how often it is seen to what is due
     */
    public static HealthRounds start(List<HealthCheck> checks, Duration round, InstantSource clock) {
        HealthRounds rounds = new HealthRounds(checks, clock);
        rounds.follow();
        rounds.timer.scheduleWithFixedDelay(rounds::goRound, 0, round.toNanos(), TimeUnit.NANOSECONDS);
        return rounds;
    }

    /** A disk that hangs must not keep the program from ending. */
    private static ThreadFactory named(String name) {
        AtomicInteger count = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public Health now() {
        Map<CheckName, Map<String, WatchedLook>> these = looks;
        return new Health(checks.stream()
                .map(check -> result(check, these.get(check.name())))
                .toList());
    }

    private static CheckResult result(HealthCheck check, Map<String, WatchedLook> these) {
        List<Observation> seen =
                these.values().stream().flatMap(look -> look.told().stream()).toList();
        return CheckResult.of(check.name(), check.need(), check.failsAt(), seen);
    }

    /** Has what is due looked at. */
    void goRound() {
        try {
            follow();
            looks.values().forEach(these -> these.values().forEach(this::begin));
        } catch (RuntimeException | Error e) {
            LOG.error("cannot look at everything; it is tried again", e);
        }
    }

    private void begin(WatchedLook look) {
        if (look.begins()) {
            try {
                lookers.execute(look::look);
            } catch (RuntimeException | Error e) { // no memory for a thread, for example
                look.isLeft();
                throw e;
            }
        }
    }

    /** What is still to be looked at keeps what was found. */
    private void follow() {
        Map<CheckName, Map<String, WatchedLook>> before = looks;
        Map<CheckName, Map<String, WatchedLook>> now = new EnumMap<>(CheckName.class);
        for (HealthCheck check : checks) {
            Map<String, WatchedLook> known = before.getOrDefault(check.name(), Map.of());
            Map<String, WatchedLook> these = new LinkedHashMap<>();
            for (Look look : check.looks().get()) {
                WatchedLook same = known.get(look.subject());
                these.put(look.subject(), same == null ? new WatchedLook(look, clock) : same);
            }
            now.put(check.name(), these);
        }
        looks = now;
    }

    /** Looks no longer. One that is under way has a moment to end, for it may remove what it tried something by. */
    @Override
    public void close() {
        timer.shutdown();
        try {
            boolean isQuiet =
                    timer.awaitTermination(LAST_LOOK.toMillis(), TimeUnit.MILLISECONDS); // else it begins more
            lookers.shutdownNow();
            boolean hasEnded = lookers.awaitTermination(LAST_LOOK.toMillis(), TimeUnit.MILLISECONDS);
            LOG.debug("no look at health is begun any more: {}, and all have ended: {}", isQuiet, hasEnded);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
