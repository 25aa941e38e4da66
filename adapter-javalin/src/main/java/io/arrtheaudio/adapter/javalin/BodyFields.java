package io.arrtheaudio.adapter.javalin;

import com.fasterxml.jackson.databind.JsonNode;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.library.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads the fields of a body. A field that is missing or null has its default value; one that is something else than it
 * should be is refused with 422 and named.
 */
final class BodyFields {

    private static final int MOST_TEXTS = 50;
    private static final int LONGEST_TEXT = 1_000;

    private final JsonNode body;
    private final String prefix;

    private BodyFields(JsonNode body, String prefix) {
        this.body = body;
        this.prefix = prefix;
    }

    /** The fields of a JSON object. */
    static BodyFields of(JsonNode body) {
        return new BodyFields(body, "");
    }

    /** The fields of an object in this one; none if it is not there. */
    BodyFields inner(String name) {
        JsonNode node = body.path(name);
        if (!isTold(node) || node.isObject()) {
            return new BodyFields(node, prefix + name + ".");
        }
        throw wrong(name, node, "an object");
    }

    /** Any text; empty if not told. */
    String text(String name) {
        JsonNode node = body.path(name);
        if (!isTold(node) || node.isTextual()) {
            return node.asText("");
        }
        throw wrong(name, node, "a text");
    }

    /** A text that must be told. */
    String needed(String name) {
        String text = text(name);
        if (text.isBlank()) {
            throw refused(name, "is missing");
        }
        return text;
    }

    boolean flag(String name, boolean byDefault) {
        JsonNode node = body.path(name);
        if (!isTold(node)) {
            return byDefault;
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        throw wrong(name, node, "true or false");
    }

    /**
     * A number.
     *
     * @param least it must not be smaller
     * @param most it must not be greater
     */
    double number(String name, double byDefault, double least, double most) {
        JsonNode node = body.path(name);
        if (!isTold(node)) {
            return byDefault;
        }
        double number = node.isNumber() ? node.doubleValue() : Double.NaN;
        if (number >= least && number <= most) {
            return number;
        }
        throw wrong(name, node, "a number from " + Query.plain(least) + " to " + Query.plain(most));
    }

    /** One of the constants, as a word. */
    <E extends Enum<E>> E word(String name, Class<E> type, E byDefault) {
        JsonNode node = body.path(name);
        if (!isTold(node)) {
            return byDefault;
        }
        return Words.read(type, text(name))
                .orElseThrow(() -> wrong(name, node, "one of " + String.join(", ", Words.all(type))));
    }

    /** Some of the constants, as words in a list or just one; empty if not told. */
    <E extends Enum<E>> Set<E> words(String name, Set<E> allowed) {
        return Set.copyOf(each(
                name,
                text -> allowed.stream()
                        .filter(value -> Words.of(value).equals(text.strip().toLowerCase(Locale.ROOT)))
                        .findFirst()
                        .orElseThrow(() -> refused(
                                name,
                                "was " + Words.shown(text) + " but must be some of "
                                        + allowed.stream()
                                                .map(Words::of)
                                                .sorted()
                                                .collect(Collectors.joining(", "))))));
    }

    /** Patterns for files, in a list or just one. */
    List<Glob> globs(String name) {
        return each(name, text -> {
            try {
                return Glob.ofFiles(text);
            } catch (IllegalArgumentException e) {
                throw refused(name, "cannot be read: " + e.getMessage());
            }
        });
    }

    /** Languages, in a list or just one. */
    List<Language> languages(String name) {
        return each(name, text -> language(name, text));
    }

    /** A language; {@link Language#UNDETERMINED} if none is told. */
    Language language(String name) {
        String text = text(name);
        return text.isBlank() ? Language.UNDETERMINED : language(name, text);
    }

    private Language language(String name, String text) {
        return Language.read(text.strip())
                .filter(Language::isSpoken)
                .orElseThrow(() -> refused(
                        name,
                        "was " + Words.shown(text) + " but must be a language such as jpn, ja, pt-BR or Japanese"));
    }

    private <T> List<T> each(String name, Function<String, T> read) {
        JsonNode node = body.path(name);
        if (!isTold(node)) {
            return List.of();
        }
        if (node.isTextual()) {
            return List.of(read.apply(bounded(name, node)));
        }
        if (!node.isArray() || node.size() > MOST_TEXTS) {
            throw wrong(name, node, "a text or a list of at most " + MOST_TEXTS);
        }
        List<T> all = new ArrayList<>();
        node.forEach(element -> all.add(read.apply(bounded(name, element))));
        return all;
    }

    private String bounded(String name, JsonNode node) {
        if (node.isTextual() && node.textValue().length() <= LONGEST_TEXT) {
            return node.textValue();
        }
        throw wrong(name, node, "a text of at most " + LONGEST_TEXT + " characters");
    }

    private static boolean isTold(JsonNode node) {
        return !node.isMissingNode() && !node.isNull();
    }

    private Refusal wrong(String name, JsonNode node, String wanted) {
        return refused(
                name,
                "was " + Words.shown(node.isTextual() ? node.textValue() : node.toString()) + " but must be " + wanted);
    }

    private Refusal refused(String name, String why) {
        return new Refusal(422, prefix + name + " " + why);
    }
}
