package io.arrtheaudio.adapter.ffmpeg;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a tool says its version is.
 *
 * @param text as printed: {@code 5.1.9-0+deb12u1}, {@code v74.0.0}, {@code N-109468-gd39b34123d}
 */
record ToolVersion(String text) {

    private static final Pattern FIRST_LINE = Pattern.compile("\\S+ (?:version )?(\\S{1,60})(?: .*)?");
    private static final Pattern NUMBERS = Pattern.compile("[vn]?(\\d{1,4})\\.(\\d{1,4}).*");

    /** Reads the first line that {@code -version} prints: {@code ffprobe version 5.1.9 ...}, {@code mkvmerge v74.0.0 ...}. */
    static Optional<ToolVersion> read(String printed) {
        Matcher line = FIRST_LINE.matcher(printed.lines().findFirst().orElse(""));
        return line.matches() && line.group(1).chars().anyMatch(Character::isDigit)
                ? Optional.of(new ToolVersion(line.group(1)))
                : Optional.empty();
    }

    /** A version without a number is one that somebody built from the newest sources. */
    boolean isAtLeast(int major, int minor) {
        Matcher numbers = NUMBERS.matcher(text);
        if (!numbers.matches()) {
            return true;
        }
        int found = Integer.parseInt(numbers.group(1));
        return found > major || found == major && Integer.parseInt(numbers.group(2)) >= minor;
    }

    @Override
    public String toString() {
        return text;
    }
}
