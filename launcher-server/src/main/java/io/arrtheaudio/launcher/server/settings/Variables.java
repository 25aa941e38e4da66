package io.arrtheaudio.launcher.server.settings;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the environment's variables into texts: {@code ${NAME}} and {@code ${NAME:-default}}. As in a shell, the default
 * also stands in for an empty variable. What a variable holds is not searched for further variables.
 */
final class Variables {

    private static final Pattern REFERENCE =
            Pattern.compile("\\$\\{(?:(?<name>[A-Za-z_][A-Za-z0-9_]*)(?<default>:-[^}]*)?})?");

    private static final Pattern OF_SECRET = Pattern.compile("(?i)\\$\\{[A-Z0-9_]*(KEY|SECRET|TOKEN|PASS)");

    private final Map<String, String> environment;

    Variables(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** A text with every variable filled in, or what stands in the way; that never shows more than a variable's name. */
    Expansion expand(String text) {
        Matcher reference = REFERENCE.matcher(text);
        StringBuilder whole = new StringBuilder();
        while (reference.find()) {
            String name = reference.group("name");
            if (name == null) {
                return new Expansion("", "", "holds a '${' that begins no variable; write ${NAME} or ${NAME:-default}");
            }
            Optional<String> value = value(name, Optional.ofNullable(reference.group("default")));
            if (value.isEmpty()) {
                return new Expansion(
                        "",
                        name,
                        "needs the variable " + name + ", which is not set; set it or write ${" + name + ":-default}");
            }
            reference.appendReplacement(whole, Matcher.quoteReplacement(value.get()));
        }
        return new Expansion(reference.appendTail(whole).toString(), "", "");
    }

    /** Whether a text takes a variable that holds a secret, judged by its name. */
    static boolean takesSecret(String text) {
        return OF_SECRET.matcher(text).find();
    }

    private Optional<String> value(String name, Optional<String> otherwise) {
        Optional<String> set = Optional.ofNullable(environment.get(name));
        Optional<String> ifEmpty = otherwise.map(text -> text.substring(":-".length()));
        return set.filter(value -> !value.isEmpty() || ifEmpty.isEmpty()).or(() -> ifEmpty);
    }

    /**
     * What came of a text.
     *
     * @param text with the variables filled in
     * @param unset the first variable that is needed and not set; empty if all are
     * @param problem why that did not work, empty if it did
     */
    record Expansion(String text, String unset, String problem) {
        boolean worked() {
            return problem.isEmpty();
        }
    }
}
