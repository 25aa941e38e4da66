package io.arrtheaudio.launcher.server.settings;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A title's id at IMDb, in any letter case. */
record ImdbId() implements Shape<String> {

    private static final Pattern ID = Pattern.compile("tt[0-9]{1,12}");

    @Override
    public Optional<String> read(Value value) {
        return value.text(
                allowed(),
                text -> Optional.of(text.strip().toLowerCase(Locale.ROOT))
                        .filter(id -> ID.matcher(id).matches()));
    }

    @Override
    public String allowed() {
        return "an id such as tt0133093";
    }
}
