package io.arrtheaudio.launcher.server.settings;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Nearest;
import io.arrtheaudio.domain.failure.Remedy;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One of a few words, in any letter case.
 *
 * @param <T> what the words stand for
 * @param words in the order in which they are shown
 * @param older words of the Python program, and the word that is used now
 */
record Words<T>(Map<String, T> words, Map<String, String> older) implements Shape<T> {

    /** The constants of an enum: {@code KEEP_CURRENT} is written {@code keep-current}. */
    static <E extends Enum<E>> Words<E> of(Class<E> type) {
        Map<String, E> words = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            words.put(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'), constant);
        }
        return new Words<>(words, Map.of());
    }

    /** The same with words that mean the same as others. */
    Words<T> withOlder(Map<String, String> others) {
        return new Words<>(words, others);
    }

    @Override
    public Optional<T> read(Value value) {
        return value.text(allowed()).flatMap(text -> {
            Optional<T> meant = find(text);
            if (meant.isEmpty()) {
                value.problem(objection(text));
            } else if (older.containsKey(lower(text))) {
                value.notice(Value.shown(text) + " is read as " + older.get(lower(text)));
            }
            return meant;
        });
    }

    /**
     * What a word stands for that was not read from a file.
     *
     * @param what names the place where it stands: {@code --engine}
     * @throws AudioFixException {@code FIX_SETTINGS} if it stands for nothing
     */
    T named(String what, String text) {
        return find(text).orElseThrow(() -> new AudioFixException(Remedy.FIX_SETTINGS, what + ": " + objection(text)));
    }

    @Override
    public String allowed() {
        return "one of " + String.join(", ", words.keySet());
    }

    private Optional<T> find(String text) {
        String word = lower(text);
        return Optional.ofNullable(words.get(older.getOrDefault(word, word)));
    }

    private String objection(String text) {
        String guess = Nearest.of(lower(text), words.keySet())
                .map(word -> "; did you mean " + word + "?")
                .orElse("");
        return "was " + Value.shown(text) + " but must be " + allowed() + guess;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
