package io.arrtheaudio.adapter.tmdb;

import io.arrtheaudio.domain.title.TitleKind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * One thing to ask TMDB; the key is no part of it.
 *
 * @param path below the base address, {@code /movie/129}
 * @param query escaped, without {@code ?}; may be empty
 * @param about what is asked, for people: "film 129"
 */
record Question(String path, String query, String about) {

    /** Whether the key is good: https://developer.themoviedb.org/reference/authentication-validate-key. */
    static final Question KEY = new Question("/authentication", "", "the validity of the key");

    /** What every client asks first: https://developer.themoviedb.org/reference/configuration-details. */
    static final Question CONFIGURATION = new Question("/configuration", "", "its configuration");

    private static final int LONGEST_NAME = 80;

    /** All about a film ({@code /movie/{id}}) or a series ({@code /tv/{id}}). */
    static Question title(TitleKind kind, int id) {
        return new Question("/" + segment(kind) + "/" + id, "", word(kind) + " " + id);
    }

    /** Who has this id at TVDB ({@code /find/{id}?external_source=tvdb_id}). */
    static Question tvdb(int id) {
        return new Question("/find/" + id, "external_source=tvdb_id", "TVDB id " + id);
    }

    /** Who has this id at IMDb ({@code /find/{id}?external_source=imdb_id}). */
    static Question imdb(String id) {
        return new Question("/find/" + id, "external_source=imdb_id", "IMDb id " + id);
    }

    /**
     * Who is called so ({@code /search/movie}, {@code /search/tv}).
     *
     * @param year 0 for any
     */
    static Question search(TitleKind kind, String name, int year) {
        String parameter = kind == TitleKind.MOVIE ? "primary_release_year" : "first_air_date_year";
        return new Question(
                "/search/" + segment(kind),
                "query=" + URLEncoder.encode(name, StandardCharsets.UTF_8)
                        + (year == 0 ? "" : "&" + parameter + "=" + year),
                word(kind) + " '" + printable(name) + "'" + (year == 0 ? "" : " (" + year + ")"));
    }

    /** What people call it. */
    static String word(TitleKind kind) {
        return kind == TitleKind.MOVIE ? "film" : "series";
    }

    private static String segment(TitleKind kind) {
        return kind == TitleKind.MOVIE ? "movie" : "tv";
    }

    /** Names of files may hold line ends and signs that turn the writing round. */
    private static String printable(String name) {
        String plain = name.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]+", " ");
        return plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) + "..." : plain;
    }
}
