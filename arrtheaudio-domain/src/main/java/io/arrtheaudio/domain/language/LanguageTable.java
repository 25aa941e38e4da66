package io.arrtheaudio.domain.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The codes and names of {@code languages.tsv}: ISO 639-2 whole, and from ISO 639-3 what belongs to a macrolanguage
 * people really tag. Read once, without streams and regular expressions, since every start of the command waits for it.
 */
final class LanguageTable {

    private static final Map<String, String> NAME_OF_CODE = new HashMap<>(2048);
    private static final Map<String, Language> LANGUAGE_OF_CODE = new HashMap<>(2048);
    private static final Map<String, Language> LANGUAGE_OF_NAME = new HashMap<>(2048);

    /** The Arr apps' words for "no information" and for wishes that name no language. */
    private static final Set<String> NO_LANGUAGE = Set.of("any", "original", "unknown");

    static {
        for (String line : lines("languages.tsv")) {
            int second = line.indexOf('\t') + 1;
            int third = line.indexOf('\t', second) + 1;
            int last = line.lastIndexOf('\t') + 1;
            Language language = new Language(line.substring(0, second - 1), "", "");
            addCode(language.code(), language);
            addCode(line.substring(second, third - 1), language);
            addCode(line.substring(third, last - 1), language);
            addNames(line.substring(last), language);
        }
        addNames("Portuguese (Brazil)|Brazilian Portuguese", new Language("por", "", "BR"));
        addNames("Spanish (Latino)|Latin American Spanish", new Language("spa", "", "419"));
        LANGUAGE_OF_NAME.keySet().removeAll(NO_LANGUAGE);
    }

    private LanguageTable() {}

    private static void addCode(String code, Language language) {
        if (!code.isEmpty()) {
            LANGUAGE_OF_CODE.put(code, language);
        }
    }

    private static void addNames(String names, Language language) {
        int from = 0;
        for (int bar = names.indexOf('|'); bar >= 0; bar = names.indexOf('|', from)) {
            addName(names.substring(from, bar), language);
            from = bar + 1;
        }
        addName(names.substring(from), language);
    }

    private static void addName(String name, Language language) {
        NAME_OF_CODE.putIfAbsent(language.code(), name);
        LANGUAGE_OF_NAME.put(Language.lower(name), language);
    }

    static boolean isListed(String code) {
        return NAME_OF_CODE.containsKey(code);
    }

    /** Every code of the first column. */
    static Set<String> codes() {
        return Set.copyOf(NAME_OF_CODE.keySet());
    }

    static Optional<String> nameOf(String code) {
        return Optional.ofNullable(NAME_OF_CODE.get(code));
    }

    /** Two letters, or three in either form, all lower case. */
    static Optional<Language> ofCode(String code) {
        return Optional.ofNullable(LANGUAGE_OF_CODE.get(code));
    }

    static Optional<Language> byName(String name) {
        return Optional.ofNullable(LANGUAGE_OF_NAME.get(Language.lower(name)));
    }

    /** Whether this is a word for "no information" although it may look like a code. */
    static boolean namesNone(String text) {
        return NO_LANGUAGE.contains(Language.lower(text));
    }

    /** The lines of a table beside this class, comments left out. */
    static List<String> lines(String table) {
        List<String> lines = new ArrayList<>();
        for (String line : text(table).split("\n")) {
            if (!line.startsWith("#")) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static String text(String table) {
        try (InputStream in = LanguageTable.class.getResourceAsStream(table)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the table " + table + " inside the program", e);
        }
    }
}
