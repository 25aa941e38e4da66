package io.arrtheaudio.domain.title;

import java.util.Objects;

/**
 * Under which numbers databases know a title.
 *
 * @param tmdb of TMDB, 0 if unknown
 * @param tvdb of TVDB, always that of the series, 0 if unknown
 * @param imdb of IMDb, {@code tt0133093}; empty if unknown
 */
public record TitleIds(int tmdb, int tvdb, String imdb) {

    /** None is known. */
    public static final TitleIds NONE = new TitleIds(0, 0, "");

    /** Checks the values. */
    public TitleIds {
        Objects.requireNonNull(imdb, "imdb");
        if (tmdb < 0 || tvdb < 0) {
            throw new IllegalArgumentException("ids " + tmdb + " and " + tvdb + " must not be negative");
        }
        if (!imdb.matches("(tt[0-9]{1,12})?")) {
            throw new IllegalArgumentException("IMDb id was '" + imdb + "' but must be like tt0133093");
        }
    }

    /** Whether there is nothing to ask for. */
    public boolean isEmpty() {
        return equals(NONE);
    }

    /** Whether one id is known of both and the same. */
    public boolean shareOneWith(TitleIds other) {
        return tmdb > 0 && tmdb == other.tmdb
                || tvdb > 0 && tvdb == other.tvdb
                || !imdb.isEmpty() && imdb.equals(other.imdb);
    }

    /** These, and from the other ones what is missing here. */
    public TitleIds or(TitleIds other) {
        return new TitleIds(
                tmdb == 0 ? other.tmdb : tmdb, tvdb == 0 ? other.tvdb : tvdb, imdb.isEmpty() ? other.imdb : imdb);
    }

    /** These, but none of TVDB: for films, since it numbers them apart. */
    TitleIds withoutTvdb() {
        return new TitleIds(tmdb, 0, imdb);
    }
}
