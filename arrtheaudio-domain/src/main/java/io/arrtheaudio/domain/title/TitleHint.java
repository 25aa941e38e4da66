package io.arrtheaudio.domain.title;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What is known about which title a file is.
 *
 * @param kind film or series
 * @param name as people write it, "Blade Runner 2049"; empty if unknown
 * @param year of the film, or of the series' first episode; 0 if unknown
 * @param ids for those who ask databases
 */
public record TitleHint(TitleKind kind, String name, int year, TitleIds ids) {

    /** Nothing is known. */
    public static final TitleHint UNKNOWN = new TitleHint(TitleKind.UNKNOWN, "", 0, TitleIds.NONE);

    /** Checks the values. */
    public TitleHint {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(ids, "ids");
        if (year != 0 && (year < 1870 || year > 2200)) {
            throw new IllegalArgumentException("year of '" + name + "' was " + year + " but must be 1870 to 2200");
        }
    }

    /**
     * Names what would be asked for, so that answers can be kept: the same for every hint that asks the same.
     *
     * @return empty if nothing could be asked for
     */
    public String key() {
        if (ids.tmdb() > 0 && kind != TitleKind.UNKNOWN) {
            return "tmdb " + word() + " " + ids.tmdb();
        }
        if (ids.tvdb() > 0) {
            return "tvdb " + ids.tvdb();
        }
        if (!ids.imdb().isEmpty()) {
            return "imdb " + ids.imdb();
        }
        return name.isEmpty() ? "" : "name " + word() + " " + year + " " + name.toLowerCase(Locale.ROOT);
    }

    /** Every id by itself, in the words of {@link #key}: under each of them it may be known. */
    public List<String> idKeys() {
        List<String> keys = new ArrayList<>();
        if (ids.tmdb() > 0 && kind != TitleKind.UNKNOWN) {
            keys.add("tmdb " + word() + " " + ids.tmdb());
        }
        if (ids.tvdb() > 0 && kind != TitleKind.MOVIE) {
            keys.add("tvdb " + ids.tvdb());
        }
        if (!ids.imdb().isEmpty()) {
            keys.add("imdb " + ids.imdb());
        }
        return keys;
    }

    /**
     * The keys that people mean by a text, in any letter case but for folders; {@code tmdb 3} is a film and a series.
     *
     * @see #key
     * @see ToldTitle#keyOf
     */
    public static List<String> keysMeantBy(String text) {
        if (ToldTitle.isFolder(text.strip())) {
            return List.of(text.strip());
        }
        String key = text.strip().toLowerCase(Locale.ROOT);
        return key.matches("tmdb [0-9]+")
                ? List.of(key.replace(" ", " movie "), key.replace(" ", " series "))
                : List.of(key);
    }

    private String word() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Whether anybody could be asked about it. */
    public boolean isKnown() {
        return !key().isEmpty();
    }
}
