package io.arrtheaudio.service;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When something is done over and over: {@code daily 03:30}, {@code weekly sun 03:30} or {@code every 6h}. Times of day are
 * those of a wall clock in a zone: a time that is left out when clocks are set forward comes that much later, and one that
 * comes twice when they are set back counts the first time. Intervals are counted in hours that really pass, from the
 * beginning of 1970 in UTC, so that they do not depend on when the program was started.
 *
 * <p>Thread-safe.
 */
public final class Schedule {

    private static final String FORMS = "must be 'daily 03:30', 'weekly sun 03:30' or 'every 6h'";
    private static final Pattern TIME = Pattern.compile("([01]?[0-9]|2[0-3]):([0-5][0-9])");
    private static final Pattern HOURS = Pattern.compile("([1-9][0-9]{0,2})h");
    private static final int MOST_HOURS = 24 * 7;

    private final String text;
    private final Next next;

    private Schedule(String text, Next next) {
        this.text = text;
        this.next = next;
    }

    /** Finds the first moment after another. */
    @FunctionalInterface
    private interface Next {
        Instant after(Instant moment, ZoneId zone);
    }

    /**
     * Reads a schedule; letter case and the number of blanks do not count.
     *
     * @throws IllegalArgumentException if it is none; the message says what is wrong and what there is
     */
    public static Schedule parse(String text) {
        String[] words = text.strip().toLowerCase(Locale.ROOT).split("\\s+");
        if (words[0].equals("daily") && words.length == 2) {
            LocalTime time = time(text, words[1]);
            return new Schedule(String.join(" ", words), (moment, zone) -> onDays(moment, zone, time, day -> day, 1));
        }
        if (words[0].equals("weekly") && words.length == 3) {
            DayOfWeek day = day(text, words[1]);
            LocalTime time = time(text, words[2]);
            return new Schedule(
                    String.join(" ", words),
                    (moment, zone) ->
                            onDays(moment, zone, time, date -> date.with(TemporalAdjusters.nextOrSame(day)), 7));
        }
        if (words[0].equals("every") && words.length == 2) {
            long seconds = Duration.ofHours(hours(text, words[1])).toSeconds();
            return new Schedule(
                    String.join(" ", words),
                    (moment, zone) ->
                            Instant.ofEpochSecond((Math.floorDiv(moment.getEpochSecond(), seconds) + 1) * seconds));
        }
        throw wrong(text, FORMS);
    }

    /** When it is due next, later than a moment. */
    public Instant next(Instant after, ZoneId zone) {
        return next.after(after, zone);
    }

    private static Instant onDays(
            Instant after, ZoneId zone, LocalTime time, UnaryOperator<LocalDate> firstDay, int step) {
        LocalDate day = firstDay.apply(after.atZone(zone).toLocalDate());
        Instant due = day.atTime(time).atZone(zone).toInstant();
        while (!due.isAfter(after)) {
            day = day.plusDays(step);
            due = day.atTime(time).atZone(zone).toInstant();
        }
        return due;
    }

    private static LocalTime time(String text, String word) {
        Matcher time = TIME.matcher(word);
        if (!time.matches()) {
            throw wrong(text, "has the time '" + word + "', which must be 00:00 to 23:59");
        }
        return LocalTime.of(Integer.parseInt(time.group(1)), Integer.parseInt(time.group(2)));
    }

    private static DayOfWeek day(String text, String word) {
        return List.of(DayOfWeek.values()).stream()
                .filter(day -> word.length() >= 3
                        && day.name().toLowerCase(Locale.ROOT).startsWith(word))
                .findFirst()
                .orElseThrow(() ->
                        wrong(text, "has the day '" + word + "', which must be mon, tue, wed, thu, fri, sat or sun"));
    }

    private static int hours(String text, String word) {
        Matcher hours = HOURS.matcher(word);
        if (!hours.matches() || Integer.parseInt(hours.group(1)) > MOST_HOURS) {
            throw wrong(text, "has the interval '" + word + "', which must be 1h to " + MOST_HOURS + "h");
        }
        return Integer.parseInt(hours.group(1));
    }

    private static IllegalArgumentException wrong(String text, String what) {
        String but = what.startsWith("must") ? " but " : " and ";
        return new IllegalArgumentException("schedule was '" + text + "'" + but + what);
    }

    /** As it was written, in lower case. */
    @Override
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Schedule schedule && text.equals(schedule.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
