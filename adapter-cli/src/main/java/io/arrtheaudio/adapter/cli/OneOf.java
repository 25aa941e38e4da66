package io.arrtheaudio.adapter.cli;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Options that take one of a few words; shells complete them. */
abstract class OneOf implements ITypeConverter<String>, Iterable<String> {

    private final List<String> words;

    private OneOf(String... words) {
        this.words = List.of(words);
    }

    @Override
    public String convert(String value) {
        String word = value.toLowerCase(Locale.ROOT);
        if (!words.contains(word)) {
            throw new TypeConversionException("was '" + value + "' but must be one of " + String.join(", ", words));
        }
        return word;
    }

    @Override
    public Iterator<String> iterator() {
        return words.iterator();
    }

    /** How much the log tells. */
    static final class LogLevel extends OneOf {
        LogLevel() {
            super("error", "warn", "info", "debug", "trace");
        }
    }

    /** How a job may have ended. */
    static final class End extends OneOf {
        End() {
            super("completed", "failed", "cancelled");
        }
    }

    /** Which engine changes files. */
    static final class Engine extends OneOf {
        Engine() {
            super("auto", "builtin", "tools");
        }
    }
}
