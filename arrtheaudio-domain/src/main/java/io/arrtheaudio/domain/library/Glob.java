package io.arrtheaudio.domain.library;

/**
 * A pattern for paths, read once.
 *
 * <p>Two dialects, because users know both. In a <em>path rule</em> a {@code *} also crosses {@code /}, as in Python's
 * {@code fnmatch}, and letter case counts. In a <em>file pattern</em> {@code *} stays within one name, {@code **} crosses,
 * {@code {mkv,mp4}} lists alternatives, and letter case does not count. Both know {@code ?}, {@code [a-z]} and
 * {@code [!a-z]}.
 *
 * <p>Thread-safe.
 */
public final class Glob {

    /** A glob has so many characters at most. */
    public static final int LONGEST = 1000;

    private static final int SHOWN = 40;

    private final String text;
    private final boolean isRule;
    private final GlobSteps steps;

    private Glob(String text, boolean isRule) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("glob '" + text.substring(0, SHOWN) + "...' has " + text.length()
                    + " characters and may have " + LONGEST + " at most");
        }
        this.text = text;
        this.isRule = isRule;
        this.steps = new GlobReader(text, isRule).read();
    }

    /**
     * Reads a path rule: {@code /media/anime/**}.
     *
     * @throws IllegalArgumentException if it is empty or too long, a bracket is not closed or a range runs backwards; the
     *     message says so and names the glob
     */
    public static Glob ofRule(String text) {
        return new Glob(text, true);
    }

    /**
     * Reads a file pattern: {@code *.{mkv,mp4}}, {@code Season 01/**}.
     *
     * @throws IllegalArgumentException if it is empty or too long, a bracket or a brace is not closed or a range runs
     *     backwards; the message says so and names the glob
     */
    public static Glob ofFiles(String text) {
        return new Glob(text, false);
    }

    /** Whether a whole path, written with {@code /}, fits. Takes no longer than the length of both multiplied. */
    public boolean matches(String path) {
        return steps.lead(path);
    }

    /** Whether the pattern speaks of folders; one that does not is meant for the bare file name. */
    public boolean namesFolders() {
        return text.indexOf('/') >= 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Glob glob && text.equals(glob.text) && isRule == glob.isRule;
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The pattern as it was written. */
    @Override
    public String toString() {
        return text;
    }
}
