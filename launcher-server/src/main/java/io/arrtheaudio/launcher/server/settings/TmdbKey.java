package io.arrtheaudio.launcher.server.settings;

import io.arrtheaudio.adapter.tmdb.TmdbSettings;
import java.util.Optional;

/** A key for TMDB. Never shown; empty if it is to come from {@link #VARIABLE} and that is not set. */
record TmdbKey() implements Shape<String> {

    /** Where the key is looked for if the file has none. */
    static final String VARIABLE = "TMDB_API_KEY";

    /** What is wrong with a text that cannot be a key. */
    static final String OBJECTION =
            "must be letters, digits and signs without spaces; is there more than the key in it?";

    @Override
    public Optional<String> read(Value value) {
        Optional<String> text = value.textUnlessUnset(VARIABLE, allowed());
        Optional<String> key = text.filter(TmdbSettings::isKey).map(String::strip);
        if (text.isPresent() && key.isEmpty()) {
            value.problem(OBJECTION);
        }
        return key;
    }

    @Override
    public String allowed() {
        return "a key or an access token for TMDB";
    }
}
