package io.arrtheaudio.domain.job;

/**
 * How often a job was tried.
 *
 * @param failed how many tries came to nothing, those included that ended with the program; looking at a job that waits is
 *     none
 * @param claims how often somebody took it up; tells a worker's hold on a job from every later one
 */
public record JobTries(int failed, int claims) {

    /** Not yet. */
    public static final JobTries NONE = new JobTries(0, 0);

    /** Checks the values. */
    public JobTries {
        if (failed < 0 || failed > claims) {
            throw new IllegalArgumentException(failed + " of " + claims + " tries cannot have failed");
        }
    }

    JobTries claimed() {
        return new JobTries(failed, claims + 1);
    }

    JobTries oneFailed() {
        return new JobTries(failed + 1, claims);
    }
}
