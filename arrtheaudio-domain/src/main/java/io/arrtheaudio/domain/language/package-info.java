/**
 * Languages as people, players, the Arr apps and TMDB write them, brought to one form and compared by groups, never by
 * strings.
 */
package io.arrtheaudio.domain.language;
