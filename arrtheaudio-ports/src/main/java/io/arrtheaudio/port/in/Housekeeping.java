package io.arrtheaudio.port.in;

import io.arrtheaudio.domain.job.JobState;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Forgets what nobody needs any more.
 *
 * <p>Throws {@link io.arrtheaudio.domain.failure.AudioFixException} with {@code RETRY_LATER} if it cannot be written.
 *
 * <p>Thread-safe.
 */
public interface Housekeeping {

    /** Forgets jobs that ended as long ago as the settings say. */
    Forgotten cleanUp();

    /** Does what is asked for, now: answers that do not hold any more and files that were left go too. May take long. */
    Forgotten cleanUp(CleanUp wish);

    /**
     * What somebody asks to be forgotten.
     *
     * @param age which jobs, by how long ago they ended; as the settings say if not told
     * @param states how they ended; empty for any end
     * @param journalAge which changes, by their age; they cannot be taken back then. None if not told
     * @param dryRun whether it is only counted
     */
    record CleanUp(Optional<Duration> age, Set<JobState> states, Optional<Duration> journalAge, boolean dryRun) {

        /** What the settings say, at once. */
        public static final CleanUp AS_SETTINGS_SAY = new CleanUp(Optional.empty(), Set.of(), Optional.empty(), false);

        /** Checks the values; the set is copied. */
        public CleanUp {
            states = Set.copyOf(states);
            if (age.orElse(Duration.ZERO).isNegative()
                    || journalAge.orElse(Duration.ZERO).isNegative()) {
                throw new IllegalArgumentException(
                        "ages were " + age + " and " + journalAge + " but must not be negative");
            }
            if (!states.stream().allMatch(JobState::isEnd)) {
                throw new IllegalArgumentException("states were " + states + " but must be ends of jobs");
            }
        }

        /** The same, only counted. */
        public CleanUp counted() {
            return new CleanUp(age, states, journalAge, true);
        }
    }

    /**
     * What was forgotten.
     *
     * @param jobs how many jobs, with the webhooks and batches that had no other jobs, unless it was only counted
     * @param audit how many entries of who asked for what
     * @param answers how many answers about titles
     * @param files how many files that were left
     * @param changes how many entries of the journal
     */
    record Forgotten(long jobs, long audit, long answers, long files, long changes) {

        /** Nothing. */
        public static final Forgotten NOTHING = new Forgotten(0, 0, 0, 0, 0);
    }
}
