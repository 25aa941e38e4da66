package io.arrtheaudio.launcher.server.settings;

/**
 * When something counts as wrong.
 *
 * @param minFreePercent less than so many of a hundred parts of a disk being free is too little; 0 for never
 */
public record HealthSettings(int minFreePercent) {

    /** A tenth. */
    public static final HealthSettings DEFAULT = new HealthSettings(10);

    /** Checks the value. */
    public HealthSettings {
        if (minFreePercent < 0 || minFreePercent > 99) {
            throw new IllegalArgumentException(
                    "minFreePercent was " + minFreePercent + " but must be between 0 and 99");
        }
    }
}
