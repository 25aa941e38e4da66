package io.arrtheaudio.adapter.micrometer;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something for each value of a label, made at the start: so each series is there at zero, and counting looks nothing up in the
 * registry.
 *
 * @param all by value
 */
record Labelled<K, T>(Map<K, T> all) {

    Labelled {
        all = Map.copyOf(all);
    }

    static <K, T> Labelled<K, T> of(Stream<K> values, Function<K, T> make) {
        return new Labelled<>(values.collect(Collectors.toMap(Function.identity(), make)));
    }

    /** The one of a value that was known at the start. */
    T get(K value) {
        T one = all.get(value);
        if (one == null) {
            throw new IllegalArgumentException("'" + value + "' is none of " + all.keySet());
        }
        return one;
    }
}
