package io.arrtheaudio.service;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something that the store of jobs should do and does not: it is logged when that begins and when it ends, however often it
 * is tried in between.
 *
 * <p>Thread-safe.
 */
final class StoreTrouble {

    private static final Logger LOG = LoggerFactory.getLogger(StoreTrouble.class);

    private final String attempt;
    private final String consequence;
    private final JobTally tally;
    private final AtomicReference<String> problem = new AtomicReference<>("");

    /**
     * @param attempt {@code take up jobs}
     * @param tally is told each time
     */
    StoreTrouble(String attempt, JobTally tally) {
        this(attempt, "it is tried until it works", tally);
    }

    /** @param consequence {@code whoever sent it is told} */
    StoreTrouble(String attempt, String consequence, JobTally tally) {
        this.attempt = attempt;
        this.consequence = consequence;
        this.tally = tally;
    }

    /**
     * It failed.
     *
     * @return whether it had worked before, so that this is news
     */
    boolean met(Throwable because) {
        tally.troubled(because);
        boolean isNews = problem.getAndSet("cannot " + attempt + ": " + because.getMessage())
                .isEmpty();
        if (isNews) {
            LOG.warn("cannot {}; {}", attempt, consequence, because);
        } else {
            LOG.debug("still cannot {}", attempt, because);
        }
        return isNews;
    }

    /** It worked. */
    void over() {
        if (!problem.get().isEmpty() && !problem.getAndSet("").isEmpty()) {
            LOG.info("can {} again", attempt);
        }
    }

    /** It worked since somebody saw this problem; a newer one stays. */
    void over(String seen) {
        if (problem.getAndUpdate(now -> now.equals(seen) ? "" : now).equals(seen)) {
            LOG.info("can {} again", attempt);
        }
    }

    /** What is wrong at the moment. */
    Optional<String> problem() {
        return Optional.of(problem.get()).filter(text -> !text.isEmpty());
    }
}
