package io.arrtheaudio.domain.arr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Paths in one text, between bars, as script variables hold them; a path may itself have a bar in it. */
final class PathList {

    private static final char BAR = '|';

    private PathList() {}

    /** Cut at every bar; right as long as no name has one. */
    static List<String> split(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("\\|", -1));
    }

    /**
     * Cut only at those bars behind which another path of the folder begins.
     *
     * @return empty if the paths are not all of this folder
     */
    static Optional<List<String>> splitWithin(String folder, String text) {
        if (folder.isEmpty() || !text.startsWith(folder)) {
            return Optional.empty();
        }
        List<String> paths = new ArrayList<>();
        int start = 0;
        for (int bar = text.indexOf(BAR + folder); bar >= 0; bar = text.indexOf(BAR + folder, start)) {
            paths.add(text.substring(start, bar));
            start = bar + 1;
        }
        paths.add(text.substring(start));
        return Optional.of(List.copyOf(paths));
    }
}
