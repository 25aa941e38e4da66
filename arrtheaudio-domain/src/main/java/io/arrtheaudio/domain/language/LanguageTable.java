package io.arrtheaudio.domain.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The codes and names of {@code languages.tsv}: ISO 639-2 whole, and from ISO 639-3 what belongs to a macrolanguage
 * people really tag. Read once.
 */
final class LanguageTable {

    private static final Map<String, String> NAME_OF_CODE = new HashMap<>();
    private static final Map<String, String> CODE_OF_BIBLIOGRAPHIC = new HashMap<>();
    private static final Map<String, String> CODE_OF_TWO_LETTERS = new HashMap<>();
    private static final Map<String, Language> LANGUAGE_OF_NAME = new HashMap<>();

    static {
        for (String line : lines("languages.tsv")) {
            String[] cells = line.split("\t", -1);
            String code = cells[0];
            String[] names = cells[3].split("\\|");
            NAME_OF_CODE.put(code, names[0]);
            if (!cells[1].isEmpty()) {
                CODE_OF_BIBLIOGRAPHIC.put(cells[1], code);
            }
            if (!cells[2].isEmpty()) {
                CODE_OF_TWO_LETTERS.put(cells[2], code);
            }
            for (String name : names) {
                LANGUAGE_OF_NAME.put(Language.lower(name), new Language(code, "", ""));
            }
        }
        LANGUAGE_OF_NAME.remove("unknown"); // the Arr apps' word for "no information"
        LANGUAGE_OF_NAME.put("portuguese (brazil)", new Language("por", "", "BR"));
        LANGUAGE_OF_NAME.put("spanish (latino)", new Language("spa", "", "419"));
    }

    private LanguageTable() {}

    static boolean isListed(String code) {
        return NAME_OF_CODE.containsKey(code);
    }

    static Optional<String> nameOf(String code) {
        return Optional.ofNullable(NAME_OF_CODE.get(code));
    }

    static Optional<String> ofTwoLetters(String code) {
        return Optional.ofNullable(CODE_OF_TWO_LETTERS.get(code));
    }

    /** The terminological code for a bibliographic one; any other comes back as it is. */
    static String terminological(String code) {
        return CODE_OF_BIBLIOGRAPHIC.getOrDefault(code, code);
    }

    static Optional<Language> byName(String name) {
        return Optional.ofNullable(LANGUAGE_OF_NAME.get(Language.lower(name)));
    }

    /** The lines of a table beside this class, comments left out. */
    static List<String> lines(String table) {
        try (InputStream in = LanguageTable.class.getResourceAsStream(table);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the table " + table + " inside the program", e);
        }
    }
}
