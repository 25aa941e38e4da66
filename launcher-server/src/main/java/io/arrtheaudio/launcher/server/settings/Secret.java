package io.arrtheaudio.launcher.server.settings;

import java.util.Optional;

/** A key that callers show; empty for {@code none}. Never shown. */
record Secret() implements Shape<String> {

    private static final String NONE = "none";
    private static final int LONG_ENOUGH = 16;
    private static final String ADVICE = "make a good one by: openssl rand -hex 32";

    @Override
    public Optional<String> read(Value value) {
        Optional<String> text = value.text(allowed()).map(String::strip);
        if (text.filter(word -> word.isEmpty() || word.equals(NONE)).isPresent()) {
            return Optional.of("");
        }
        Optional<String> key = text.filter(secret -> secret.matches("[!-~]{1,512}"));
        if (text.isPresent() && key.isEmpty()) {
            value.problem("must be letters, digits and signs without spaces, or none; " + ADVICE);
        } else if (key.filter(secret -> secret.length() < LONG_ENOUGH).isPresent()) {
            value.notice("is short enough to be guessed; " + ADVICE);
        }
        return key;
    }

    @Override
    public String allowed() {
        return "none, or letters, digits and signs without spaces";
    }
}
