package io.arrtheaudio.domain.choice;

import io.arrtheaudio.domain.language.Language;

/**
 * A language to look for.
 *
 * @param language which one
 * @param because who wants it, in a few words for people: "your list", "original language: asked for ..."
 */
public record WantedLanguage(Language language, String because) {}
