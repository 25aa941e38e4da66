/**
 * The original language of films and series, asked at TMDB (API version 3, https://developer.themoviedb.org). What was
 * answered is not kept here; only whether TMDB answers at all, and how often it may be asked.
 *
 * <p>Nothing here is null; a missing value is an empty {@link java.util.Optional}, and only as a return type.
 */
package io.arrtheaudio.adapter.tmdb;
