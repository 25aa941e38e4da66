package io.arrtheaudio.adapter.jdbi;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Positions of tracks as one text, a space between them. */
final class Positions {

    private Positions() {}

    static String text(List<Integer> positions) {
        return positions.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    static List<Integer> of(String text) {
        return text.isEmpty()
                ? List.of()
                : Stream.of(text.split(" ")).map(Integer::valueOf).toList();
    }
}
