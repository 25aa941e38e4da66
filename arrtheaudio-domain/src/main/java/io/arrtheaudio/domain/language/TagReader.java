package io.arrtheaudio.domain.language;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads BCP 47 tags (RFC 5646 section 2.1) and bare ISO 639 codes. */
final class TagReader {

    private static final int MOST_PARTS = 9;

    /** What is not, or no longer, in ISO 639 but is met in files, at TMDB and in Sonarr. */
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("cn", "yue"), // TMDB
            Map.entry("xx", "zxx"), // TMDB
            Map.entry("zhtw", "zh-tw"), // TheTVDB, by way of Sonarr
            Map.entry("sh", "hbs"),
            Map.entry("mo", "ron"),
            Map.entry("mol", "ron"),
            Map.entry("iw", "heb"),
            Map.entry("in", "ind"),
            Map.entry("ji", "yid"),
            Map.entry("jw", "jav"),
            Map.entry("scc", "srp"),
            Map.entry("scr", "hrv"),
            Map.entry("es-la", "es-419")); // streaming services; nobody means Laos

    /** Whole tags from before BCP 47 that do not follow its rules (RFC 5646 section 2.2.8). */
    private static final Map<String, String> GRANDFATHERED = Map.of(
            "zh-min-nan", "nan",
            "zh-guoyu", "cmn",
            "zh-hakka", "hak",
            "zh-xiang", "hsn",
            "no-bok", "nob",
            "no-nyn", "nno",
            "i-hak", "hak",
            "i-lux", "ltz",
            "i-navajo", "nav",
            "i-klingon", "tlh");

    private TagReader() {}

    static Optional<Language> read(String text) {
        Optional<Language> listed = LanguageTable.ofCode(text); // nearly always: three lower-case letters
        if (listed.isPresent()) {
            return listed;
        }
        String tag = Language.lower(text).replace('_', '-');
        tag = ALIASES.getOrDefault(tag, GRANDFATHERED.getOrDefault(tag, tag));
        String[] parts = tag.split("-", MOST_PARTS + 1);
        if (parts.length > MOST_PARTS || !areWellFormed(parts)) {
            return Optional.empty();
        }
        return ofPrimary(ALIASES.getOrDefault(parts[0], parts[0])).map(language -> withVariant(language, parts));
    }

    private static Optional<Language> ofPrimary(String part) {
        Optional<Language> listed = LanguageTable.ofCode(part);
        if (listed.isPresent() || !Subtags.isCode(part)) {
            return listed;
        }
        return Optional.of(new Language(part, "", ""));
    }

    private static boolean areWellFormed(String[] parts) {
        for (int i = 0; i < parts.length; i++) {
            if (!Subtags.isWellFormed(parts[i])) {
                return false;
            }
            if (parts[i].length() == 1) {
                return true; // extensions and private use follow, which say nothing about the language
            }
        }
        return true;
    }

    private static Language withVariant(Language primary, String[] parts) {
        String code = primary.code();
        String script = "";
        String region = "";
        for (int i = 1; i < parts.length && parts[i].length() > 1; i++) {
            String part = parts[i];
            if (i == 1 && Macrolanguages.isMember(part, code)) {
                code = part; // extended language: zh-yue is yue
            } else if (script.isEmpty() && region.isEmpty() && Subtags.isScript(capitalised(part))) {
                script = capitalised(part);
            } else if (region.isEmpty() && Subtags.isRegion(part.toUpperCase(Locale.ROOT))) {
                region = part.equals("uk") ? "GB" : part.toUpperCase(Locale.ROOT);
            }
        }
        return new Language(code, script, region);
    }

    private static String capitalised(String part) {
        return part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1);
    }
}
