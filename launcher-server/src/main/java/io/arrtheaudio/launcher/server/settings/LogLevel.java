package io.arrtheaudio.launcher.server.settings;

/** How much is logged: what is more urgent is logged too. */
public enum LogLevel {
    /** What did not work. */
    ERROR,
    /** What somebody should look at. */
    WARN,
    /** What was done. */
    INFO,
    /** How it was done, with stack traces. */
    DEBUG,
    /** Every step. */
    TRACE;

    /**
     * Reads a word that was not read from the settings file.
     *
     * @param place names where it stands, for the message: {@code --log-level}
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code FIX_SETTINGS} if it is none of the words
     */
    public static LogLevel named(String place, String word) {
        return ((Words<LogLevel>) Keys.LOG_LEVEL.shape()).named(place, word);
    }
}
