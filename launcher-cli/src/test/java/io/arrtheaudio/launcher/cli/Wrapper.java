package io.arrtheaudio.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The part of the scripts that starts Java, as text. */
final class Wrapper {

    private static final Path SCRIPT = Path.of("../scripts/java.sh");
    private static final Pattern OF_DAEMON = Pattern.compile("long_life='(-[^']+)'");
    private static final Pattern OF_ALL = Pattern.compile("exec \"\\$java_home/bin/java\" ([^\"]+)");

    private Wrapper() {}

    /** What it gives to Java for the daemon, without the archive of classes. */
    static List<String> optionsOfDaemon() {
        List<String> options = Stream.of(OF_ALL, OF_DAEMON)
                .flatMap(pattern -> Stream.of(found(pattern).split("\\s+")))
                .toList();
        assertThat(options).contains("-XX:+UseSerialGC").anyMatch(option -> option.startsWith("-Xmx"));
        return options;
    }

    private static String found(Pattern pattern) {
        try {
            Matcher matcher = pattern.matcher(Files.readString(SCRIPT));
            assertThat(matcher.find()).as(pattern.pattern()).isTrue();
            return matcher.group(1).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
