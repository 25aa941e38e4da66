package io.arrtheaudio.service;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes secrets out of texts that others are to read: those that are known, however they are spelled, and whatever stands
 * where a secret usually does. It rather takes too much than too little.
 *
 * <p>Thread-safe.
 */
final class Blots {

    /** What stands in the place of a secret. */
    static final String BLOT = "***";

    /** Of a shorter one nothing would be left of the text either; it can be guessed at once anyway. */
    private static final int SHORTEST = 4;

    private static final String VALUE =
            "(?:\\\\?\"(?:[^\"\\\\]|\\\\[^\"]){0,1000}+[^\"\\\\\n]*+|'[^'\\n]*|[^\\s\"'&,;<>)}\\]\\\\]+)";

    private static final Pattern NAMED = Pattern.compile(
            "(?i)((?:api[-_]?key|token|secret|passw(?:or)?d|signature|authorization|credentials?|cookie)\\\\?[\"']?"
                    + "(?:\\s*[:=]\\s*|%3D)(?:(?:bearer|basic|digest)\\s+)?)(?![\"']?\\$\\{\\w+})" + VALUE);
    private static final Pattern SCHEME = Pattern.compile("(?i)\\b(bearer|basic) +[A-Za-z0-9+/=._~-]{8,}");
    private static final Pattern SIGNED = Pattern.compile("\\beyJ[A-Za-z0-9_-]{8,}(?:\\.[A-Za-z0-9_-]+){1,2}");
    private static final Pattern USER = Pattern.compile("(?i)\\b([a-z][a-z0-9+.-]*://)[^\\s/@\"']+@");

    private final List<String> known;

    /** @param secrets that are known; empty ones do not count */
    Blots(Collection<String> secrets) {
        known = secrets.stream()
                .filter(secret -> secret.length() >= SHORTEST)
                .flatMap(Blots::spellings)
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed()) // one may be part of another
                .toList();
    }

    /** The same without secrets. */
    String on(String text) {
        String rest = text;
        for (String secret : known) {
            rest = rest.replace(secret, BLOT);
        }
        rest = USER.matcher(rest).replaceAll("$1" + BLOT + "@");
        rest = NAMED.matcher(rest).replaceAll("$1" + BLOT);
        rest = SCHEME.matcher(rest).replaceAll("$1 " + BLOT);
        return SIGNED.matcher(rest).replaceAll(BLOT);
    }

    /** As it is, in an address, and in JSON. */
    private static Stream<String> spellings(String secret) {
        return Stream.of(
                secret,
                URLEncoder.encode(secret, StandardCharsets.UTF_8),
                secret.replace("\\", "\\\\").replace("\"", "\\\""));
    }
}
