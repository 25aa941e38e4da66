package io.arrtheaudio.launcher.server.settings;

import java.util.Optional;
import java.util.regex.Pattern;

/** How much of a whole. */
record Share() implements Shape<Double> {

    private static final Pattern NUMBER = Pattern.compile("0*[01]?(\\.[0-9]{1,9})?");

    @Override
    public Optional<Double> read(Value value) {
        return value.text(
                allowed(),
                text -> Optional.of(text.strip())
                        .filter(number ->
                                !number.isEmpty() && NUMBER.matcher(number).matches())
                        .map(Double::valueOf)
                        .filter(share -> share <= 1));
    }

    @Override
    public String allowed() {
        return "a number from 0 to 1";
    }
}
