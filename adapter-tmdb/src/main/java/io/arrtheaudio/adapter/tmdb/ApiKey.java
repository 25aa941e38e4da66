package io.arrtheaudio.adapter.tmdb;

import java.util.Optional;
import java.util.regex.Pattern;

/** What shows TMDB who asks. Its text leaves this class only on its way to TMDB. */
record ApiKey(String text) {

    /** Keys of version 3; read access tokens are longer and hold dots. */
    private static final Pattern VERSION_3 = Pattern.compile("[0-9a-fA-F]{32}");

    /** As a query parameter, if it is of version 3. */
    Optional<String> parameter() {
        return isVersion3() ? Optional.of("api_key=" + text) : Optional.empty();
    }

    /** As a header, if it is anything else. */
    Optional<String> authorization() {
        return isVersion3() ? Optional.empty() : Optional.of("Bearer " + text);
    }

    /** A text of others, which might repeat what they were sent. */
    String masked(String others) {
        return others.replace(text, "***");
    }

    @Override
    public String toString() {
        return "***";
    }

    private boolean isVersion3() {
        return VERSION_3.matcher(text).matches();
    }
}
