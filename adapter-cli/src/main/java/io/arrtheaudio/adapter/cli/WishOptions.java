package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.port.in.FixOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What the user wants to hear, said on the command line. */
final class WishOptions {

    @Option(
            names = "--languages",
            paramLabel = "LANG",
            split = ",",
            converter = LanguageName.class,
            description = "wanted languages, the most wanted first, in place of the settings': --languages jpn,eng")
    private List<Language> languages = new ArrayList<>();

    @Option(
            names = "--original-language",
            paramLabel = "LANG",
            converter = LanguageName.class,
            description = "the language the title was made in; it comes before all others")
    private Language original;

    // null if neither was said
    @Option(
            names = "--tmdb",
            negatable = true,
            description = "ask TMDB for original languages, or do not, whatever the settings say")
    private Boolean tmdb;

    FixOptions applyTo(FixOptions options) {
        return original()
                .map(known -> options.withOriginal(new OriginalLanguage(known, "named on the command line")))
                .orElse(options)
                .withLanguages(languages);
    }

    /** Languages that no table lists, perhaps misspelled. */
    List<Language> unknown() {
        return Stream.concat(original().stream(), languages.stream())
                .filter(language -> !language.isKnown())
                .toList();
    }

    /** Whether TMDB is to be asked, if that was said. */
    Optional<Boolean> tmdb() {
        return Optional.ofNullable(tmdb);
    }

    private Optional<Language> original() {
        return Optional.ofNullable(original);
    }
}
