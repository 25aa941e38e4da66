package io.arrtheaudio.launcher.server.settings;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number of bytes; {@link Long#MAX_VALUE} for no limit. */
record Size() implements Shape<Long> {
    private static final Pattern AMOUNT = Pattern.compile("(?<count>[0-9]{1,15}([.][0-9]{1,3})?) ?(?<unit>[a-z]*)");
    private static final List<String> UNITS =
            List.of("", "kb", "mb", "gb", "tb", "pb", "b", "kib", "mib", "gib", "tib", "pib");

    @Override
    public Optional<Long> read(Value value) {
        return value.text(allowed(), text -> {
            String size = text.toLowerCase(Locale.ROOT);
            Matcher amount = AMOUNT.matcher(size);
            if (size.equals("none")) {
                return Optional.of(Long.MAX_VALUE);
            }
            return amount.matches() ? bytes(amount.group("count"), amount.group("unit")) : Optional.empty();
        });
    }

    /** The first half of the units counts in thousands, the second in 1,024. */
    private static Optional<Long> bytes(String count, String unit) {
        int position = UNITS.indexOf(unit);
        int half = UNITS.size() / 2;
        return Optional.of(position)
                .filter(known -> known >= 0)
                .map(known -> BigDecimal.valueOf(known < half ? 1_000 : 1_024).pow(known % half))
                .map(new BigDecimal(count)::multiply)
                .filter(size -> size.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) < 0)
                .map(BigDecimal::longValue);
    }

    @Override
    public String allowed() {
        return "a size such as 500GB or 1.5TiB, or none; a bare number counts bytes";
    }
}
