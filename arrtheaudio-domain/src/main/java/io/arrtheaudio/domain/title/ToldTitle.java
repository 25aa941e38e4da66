package io.arrtheaudio.domain.title;

import io.arrtheaudio.domain.choice.OriginalLanguage;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What an Arr app told of a title's original language, and what the title is known by.
 *
 * @param keys what it is known by: {@link TitleHint#idKeys ids} and {@link #keyOf folders}
 * @param language with who told it; unknown if that was not told
 * @param at when
 */
public record ToldTitle(Set<String> keys, OriginalLanguage language, Instant at) {

    /** Nothing was told. */
    public static final ToldTitle NOTHING = new ToldTitle(Set.of(), OriginalLanguage.UNKNOWN, Instant.EPOCH);

    private static final String FOLDER = "folder ";

    /** Checks the values; the keys are copied and keep their order. */
    public ToldTitle {
        keys = Collections.unmodifiableSet(new LinkedHashSet<>(keys));
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(at, "at");
        if (keys.contains("")) {
            throw new IllegalArgumentException("a title in " + language.language() + " is known by an empty key");
        }
    }

    /** What a title is known by that has this folder to itself. */
    public static String keyOf(Path folder) {
        return FOLDER + folder.normalize();
    }

    /** The keys of the folders above a file, the nearest first. */
    public static List<String> keysAbove(Path file) {
        List<String> keys = new ArrayList<>();
        for (Path at = file.getParent(); at != null && at.getFileName() != null; at = at.getParent()) {
            keys.add(keyOf(at));
        }
        return keys;
    }

    /** Whether somebody means a folder by a text, which is told apart to the letter. */
    static boolean isFolder(String key) {
        return key.startsWith(FOLDER);
    }

    /** The word as it holds later on, with the day on which it was told. */
    public OriginalLanguage word() {
        String day = " on " + LocalDate.ofInstant(at, ZoneOffset.UTC);
        return new OriginalLanguage(language.language(), language.source() + day, language.confidence());
    }

    /**
     * What is known once this is told too. Whatever was told earlier of the same title, in another folder of it or under
     * another of its ids, gives way to this; of another title only the keys are taken that are this one's by now. If no
     * language is told, what was told earlier goes on to hold, for what the title is known by from now on too.
     *
     * @param earlier what was told of titles that have a key of this one, the newest first
     * @return what takes the place of all of them
     */
    public List<ToldTitle> after(List<ToldTitle> earlier) {
        ToldTitle whole = this;
        List<ToldTitle> others = new ArrayList<>();
        for (ToldTitle one : earlier) {
            if (whole.contradicts(one)) {
                others.add(one);
            } else {
                whole = whole.joining(one);
            }
        }
        if (whole.keys.isEmpty() || !whole.language.isKnown()) {
            return List.copyOf(earlier);
        }
        List<ToldTitle> known = new ArrayList<>(List.of(whole));
        for (ToldTitle other : others) {
            other.without(whole.keys).ifPresent(known::add);
        }
        return List.copyOf(known);
    }

    /** Whether one place numbers both, and otherwise: then they are two titles. */
    private boolean contradicts(ToldTitle other) {
        return other.keys.stream().anyMatch(key -> !isFolder(key) && !keys.contains(key) && isNumberedBy(place(key)));
    }

    /** Both folders hold it: the other one may be that of a second app, with another quality. */
    private ToldTitle joining(ToldTitle earlier) {
        Set<String> all = new LinkedHashSet<>(keys);
        all.addAll(earlier.keys);
        return language.isKnown() ? new ToldTitle(all, language, at) : new ToldTitle(all, earlier.language, earlier.at);
    }

    private Optional<ToldTitle> without(Set<String> taken) {
        Set<String> left = new LinkedHashSet<>(keys);
        left.removeAll(taken);
        return left.isEmpty() ? Optional.empty() : Optional.of(new ToldTitle(left, language, at));
    }

    private boolean isNumberedBy(String place) {
        return keys.stream().anyMatch(key -> !isFolder(key) && place(key).equals(place));
    }

    /** {@code tmdb} of {@code tmdb series 1396}. */
    private static String place(String key) {
        return key.substring(0, Math.max(0, key.indexOf(' ')));
    }
}
