package io.arrtheaudio.adapter.javalin;

/**
 * How much is logged, of which only a launcher knows.
 *
 * <p>Thread-safe.
 */
public interface LogLevels {

    /** The log is somebody else's. */
    LogLevels NONE = new LogLevels() {
        @Override
        public String level() {
            return "";
        }

        @Override
        public void level(String word) {
            throw new UnsupportedOperationException("the log is somebody else's");
        }
    };

    /** How much is logged, in the settings' word: {@code info}; empty if the log is not this program's to set. */
    String level();

    /**
     * Logs this much from now on, until the program ends.
     *
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code FIX_SETTINGS} if there is no such word
     */
    void level(String word);
}
