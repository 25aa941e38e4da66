package io.arrtheaudio.launcher.server;

import java.time.Duration;

/**
 * How often health is looked at, and how long that may take.
 *
 * @param round how often it is seen to what is due
 * @param often between looks that cost next to nothing
 * @param rarely between looks that read much, or write
 * @param tmdb between questions to TMDB
 * @param quick how long a look may take that costs next to nothing; a sleeping disk wakes in it
 * @param slow how long any other may take
 */
public record HealthTimes(
        Duration round, Duration often, Duration rarely, Duration tmdb, Duration quick, Duration slow) {

    /** Ten seconds, a quarter of an hour, and five minutes for TMDB. */
    public static final HealthTimes DEFAULT = new HealthTimes(
            Duration.ofSeconds(1),
            Duration.ofSeconds(10),
            Duration.ofMinutes(15),
            Duration.ofMinutes(5),
            Duration.ofSeconds(15),
            Duration.ofMinutes(2));
}
