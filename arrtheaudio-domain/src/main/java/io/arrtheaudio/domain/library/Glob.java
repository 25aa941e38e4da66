package io.arrtheaudio.domain.library;

import java.util.regex.Pattern;

/**
 * A pattern for paths, turned into a regular expression once.
 *
 * <p>Two dialects, because users know both. In a <em>path rule</em> a {@code *} also crosses {@code /}, as in Python's
 * {@code fnmatch}, and letter case counts. In a <em>file pattern</em> {@code *} stays within one name, {@code **} crosses,
 * {@code {mkv,mp4}} lists alternatives, and letter case does not count. Both know {@code ?}, {@code [a-z]} and
 * {@code [!a-z]}.
 */
public final class Glob {

    private final String text;
    private final Pattern pattern;

    private Glob(String text, Pattern pattern) {
        this.text = text;
        this.pattern = pattern;
    }

    /**
     * Reads a path rule: {@code /media/anime/**}.
     *
     * @throws IllegalArgumentException if it is empty, a bracket is not closed or a range runs backwards; the message
     *     says so and names the glob
     */
    public static Glob ofRule(String text) {
        return new Glob(text, Pattern.compile(new GlobReader(text, true).toRegex(), Pattern.DOTALL));
    }

    /**
     * Reads a file pattern: {@code *.{mkv,mp4}}, {@code Season 01/**}.
     *
     * @throws IllegalArgumentException if it is empty, a bracket or a brace is not closed or a range runs backwards; the
     *     message says so and names the glob
     */
    public static Glob ofFiles(String text) {
        int flags = Pattern.DOTALL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        return new Glob(text, Pattern.compile(new GlobReader(text, false).toRegex(), flags));
    }

    /** Whether a whole path, written with {@code /}, fits. */
    public boolean matches(String path) {
        return pattern.matcher(path).matches();
    }

    /** Whether the pattern speaks of folders; one that does not is meant for the bare file name. */
    public boolean namesFolders() {
        return text.indexOf('/') >= 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Glob glob && text.equals(glob.text) && pattern.flags() == glob.pattern.flags();
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
