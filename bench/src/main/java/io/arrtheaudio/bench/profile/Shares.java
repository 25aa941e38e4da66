package io.arrtheaudio.bench.profile;

import java.util.Comparator;
import java.util.Map;
import java.util.function.BiConsumer;

/** Parts of a whole. */
public record Shares(Map<String, Double> amounts) {

    private static final double WORTH_TELLING = 0.005;

    /** Those that are not next to nothing, the largest first, in per cent of the whole. */
    public void each(BiConsumer<String, Double> taker) {
        double sum = amounts.values().stream().mapToDouble(Double::doubleValue).sum();
        amounts.entrySet().stream()
                .filter(part -> part.getValue() >= sum * WORTH_TELLING)
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(part -> taker.accept(part.getKey(), part.getValue() / sum * 100));
    }
}
