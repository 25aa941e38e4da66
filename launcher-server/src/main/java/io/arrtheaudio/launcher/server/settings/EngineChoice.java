package io.arrtheaudio.launcher.server.settings;

/** What reads and changes files. */
public enum EngineChoice {
    /** The built-in engine, and tools for what it cannot do, where they are installed. */
    AUTO,
    /** The built-in engine alone. */
    BUILTIN,
    /** Tools alone. */
    TOOLS;

    /**
     * Reads a word that was not read from the settings file.
     *
     * @param place names where it stands, for the message: {@code --engine}
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code FIX_SETTINGS} if it is none of the words
     */
    public static EngineChoice named(String place, String word) {
        return ((Words<EngineChoice>) Keys.ENGINE.shape()).named(place, word);
    }
}
