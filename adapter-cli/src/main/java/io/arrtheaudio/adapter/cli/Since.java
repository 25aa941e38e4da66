package io.arrtheaudio.adapter.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A moment as a person names it: some time ago, or by date and time.
 *
 * @param written as the user wrote it
 * @param moment which it is, seen from now
 */
record Since(String written, UnaryOperator<Instant> moment) {

    /** The moment itself. */
    Instant at(Instant now) {
        return moment.apply(now);
    }

    /** Reads {@code 30m}, {@code 2h}, {@code 3d}, or a moment by ISO 8601 with its offset from UTC. */
    static final class Reader implements ITypeConverter<Since> {

        private static final Pattern AGO = Pattern.compile("([0-9]{1,6})([mhd])");

        @Override
        public Since convert(String value) {
            Matcher ago = AGO.matcher(value);
            if (ago.matches()) {
                Duration back = span(Long.parseLong(ago.group(1)), ago.group(2));
                return new Since(value, now -> now.minus(back));
            }
            Instant moment = instant(value)
                    .orElseThrow(() -> new TypeConversionException("was '" + value + "' but must be a time back such as"
                            + " 30m, 2h or 3d, or a moment such as 2026-01-31T18:00:00Z"));
            return new Since(value, now -> moment);
        }

        private static Duration span(long count, String unit) {
            return switch (unit) {
                case "m" -> Duration.ofMinutes(count);
                case "h" -> Duration.ofHours(count);
                default -> Duration.ofDays(count);
            };
        }

        private static Optional<Instant> instant(String value) {
            try {
                return Optional.of(OffsetDateTime.parse(value).toInstant());
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }
}
