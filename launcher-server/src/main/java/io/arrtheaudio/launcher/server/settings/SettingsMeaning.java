package io.arrtheaudio.launcher.server.settings;

import io.arrtheaudio.domain.choice.TrackPolicy;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.library.PathMapping;
import io.arrtheaudio.domain.library.PathPolicies;
import io.arrtheaudio.domain.library.PathRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What settings come to, for somebody who wants to see whether they say what was meant. Holds no secret.
 *
 * @param facts what, and how it is, in the order in which they are shown
 */
public record SettingsMeaning(Map<String, String> facts) {

    private static final String SOME_FILE = "a title/a file.mkv";

    /** Of these settings. */
    public static SettingsMeaning of(Settings settings) {
        Map<String, String> facts = new LinkedHashMap<>();
        PathPolicies policies = settings.rules().policies();
        facts.put("languages", languages(policies.global()));
        facts.put("engine", settings.engine().name().toLowerCase(Locale.ROOT));
        facts.put("hard links", settings.rules().hardlinks().name().toLowerCase(Locale.ROOT));
        facts.put("TMDB", settings.lookup().asksTmdb() ? "is asked" : "is not asked");
        for (PathRule rule : policies.rules()) {
            facts.put("override " + rule.where(), languages(rule.policy()));
        }
        for (PathMapping mapping : settings.server().mappings().mappings()) {
            facts.put("mapping " + mapping.remote(), mapping.local() + there(mapping.local()));
        }
        for (Path library : settings.libraries()) {
            TrackPolicy policy = policies.policyFor(library.resolve(SOME_FILE));
            String by = policy.rule().isEmpty() ? "" : ", by the override " + policy.rule();
            facts.put("library " + library, languages(policy) + by + there(library));
        }
        return new SettingsMeaning(facts);
    }

    private static String languages(TrackPolicy policy) {
        return policy.languages().stream().map(Language::toString).collect(Collectors.joining(", "))
                + "; original language: " + policy.original().name().toLowerCase(Locale.ROOT);
    }

    private static String there(Path folder) {
        return Files.isDirectory(folder) ? "" : " (not there)";
    }
}
