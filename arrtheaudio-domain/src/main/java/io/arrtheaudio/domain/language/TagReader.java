package io.arrtheaudio.domain.language;

import java.util.Map;
import java.util.Optional;

/** Reads BCP 47 tags (RFC 5646 section 2.1) and bare ISO 639 codes. */
final class TagReader {

    /** Codes that are not, or no longer, in ISO 639 but are met in files and at TMDB. */
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("cn", "yue"),
            Map.entry("xx", "zxx"),
            Map.entry("sh", "hbs"),
            Map.entry("mo", "ron"),
            Map.entry("mol", "ron"),
            Map.entry("iw", "heb"),
            Map.entry("in", "ind"),
            Map.entry("ji", "yid"),
            Map.entry("jw", "jav"),
            Map.entry("scc", "srp"),
            Map.entry("scr", "hrv"));

    private TagReader() {}

    static Optional<Language> read(String tag) {
        String[] parts = Language.lower(tag).replace('_', '-').split("-", -1);
        Optional<String> code = code(parts[0]);
        if (code.isEmpty() || parts.length > 9) {
            return Optional.empty();
        }
        String base = code.get();
        String script = "";
        String region = "";
        for (int i = 1; i < parts.length; i++) {
            String part = parts[i];
            if (!part.matches("[a-z0-9]{1,8}")) {
                return Optional.empty();
            }
            if (part.length() == 1) {
                break; // extensions and private use say nothing about the language
            }
            if (i == 1 && part.matches("[a-z]{3}") && LanguageTable.isListed(part)) {
                base = part; // extended language: zh-yue is yue
            } else if (script.isEmpty() && region.isEmpty() && part.matches("[a-z]{4}")) {
                script = Character.toUpperCase(part.charAt(0)) + part.substring(1);
            } else if (region.isEmpty() && part.matches("[a-z]{2}|[0-9]{3}")) {
                region = part.toUpperCase(java.util.Locale.ROOT);
            }
        }
        return Optional.of(new Language(base, script, region));
    }

    private static Optional<String> code(String part) {
        String alias = ALIASES.get(part);
        if (alias != null) {
            return Optional.of(alias);
        }
        if (part.matches("[a-z]{2}")) {
            return LanguageTable.ofTwoLetters(part);
        }
        return part.matches("[a-z]{3}") ? Optional.of(LanguageTable.terminological(part)) : Optional.empty();
    }
}
