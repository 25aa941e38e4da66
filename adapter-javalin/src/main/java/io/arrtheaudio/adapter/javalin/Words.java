package io.arrtheaudio.adapter.javalin;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Values of the domain as they are written on the wire. */
final class Words {

    private static final int LONGEST_SHOWN = 100;

    private Words() {}

    /** A constant in lower case. */
    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** Every constant in lower case. */
    static List<String> all(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Words::of).toList();
    }

    /** The constant of this word, in whatever letter case. */
    static <E extends Enum<E>> Optional<E> read(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> of(value).equals(word.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** In ISO 8601; empty if it has not come. */
    static String moment(Instant moment) {
        return moment.equals(Instant.EPOCH) ? "" : moment.toString();
    }

    /** With words for keys, in the order of the map. */
    static Map<String, Long> counts(Map<? extends Enum<?>, Long> counts) {
        Map<String, Long> words = new LinkedHashMap<>();
        counts.forEach((key, count) -> words.put(of(key), count));
        return words;
    }

    /** A text that somebody sent, for a message about it: short and on one line. */
    static String shown(String text) {
        String line = text.replaceAll("\\p{Cntrl}", "?");
        return "'" + (line.length() <= LONGEST_SHOWN ? line : line.substring(0, LONGEST_SHOWN) + "...") + "'";
    }
}
