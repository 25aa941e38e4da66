package io.arrtheaudio.adapter.javalin;

import io.javalin.http.Context;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the parameters of an address. One that is missing or empty has its default value; one that is something else than
 * it should be is refused with 422 and named.
 */
final class Query {

    private static final int LONGEST_TEXT = 4096;
    private static final String MOMENT = "a moment such as 2026-01-31T18:00:00Z";
    private static final String NUMBER = "[0-9]{1,18}";

    private final Context context;

    Query(Context context) {
        this.context = context;
    }

    /**
     * The number in the path that names something.
     *
     * @param what it names, for the answer that there is none
     */
    static String id(Context context, String what) {
        String id = context.pathParam("id");
        if (!id.matches(NUMBER)) {
            throw unknown(what, id);
        }
        return id;
    }

    /** There is nothing of this name. */
    static Refusal unknown(String what, String id) {
        return Refusal.notFound("there is no " + what + " " + Words.shown(id));
    }

    /** Some text; empty if not told. */
    String text(String name) {
        String text = told(name);
        if (text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0) {
            throw wrong(name, text, "a text of at most " + LONGEST_TEXT + " characters without NUL");
        }
        return text;
    }

    /** The number of something; empty if not told. */
    String number(String name) {
        String text = told(name);
        if (!text.isEmpty() && !text.matches(NUMBER)) {
            throw wrong(name, text, "a number");
        }
        return text;
    }

    /** How many. */
    int count(String name, int byDefault, int most) {
        String text = told(name);
        if (text.isEmpty()) {
            return byDefault;
        }
        int count = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
        if (count < 1 || count > most) {
            throw wrong(name, text, "a number from 1 to " + most);
        }
        return count;
    }

    /** Some of the constants, as words with commas between them, or told several times; empty if not told. */
    <E extends Enum<E>> Set<E> words(String name, Class<E> type) {
        Set<E> all = EnumSet.noneOf(type);
        for (String word : all(name)) {
            all.add(Words.read(type, word)
                    .orElseThrow(() -> wrong(name, word, "some of " + String.join(", ", Words.all(type)))));
        }
        return all;
    }

    /** A moment in ISO 8601; the epoch if not told. */
    Instant moment(String name) {
        String text = told(name);
        if (text.isEmpty()) {
            return Instant.EPOCH;
        }
        if (!text.matches("[0-9]{4}-.*")) { // others cannot be counted in milliseconds
            throw wrong(name, text, MOMENT);
        }
        try {
            return OffsetDateTime.parse(text.strip().replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw wrong(name, text, MOMENT);
        }
    }

    /** A number as a person writes it. */
    static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private List<String> all(String name) {
        return context.queryParams(name).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private String told(String name) {
        List<String> all = context.queryParams(name);
        return all.isEmpty() ? "" : all.get(0);
    }

    private static Refusal wrong(String name, String text, String wanted) {
        return new Refusal(422, name + " was " + Words.shown(text) + " but must be " + wanted);
    }
}
