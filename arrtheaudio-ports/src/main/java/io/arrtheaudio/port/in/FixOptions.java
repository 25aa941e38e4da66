package io.arrtheaudio.port.in;

import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.language.Language;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * How a caller wants files to be fixed.
 *
 * @param roots folders, or single files, inside which files may be changed; symbolic links are resolved on both sides
 * @param original the title's original language, {@link OriginalLanguage#UNKNOWN} if the caller does not know
 * @param languages wanted languages in place of the settings' list; empty to use the settings
 * @param minAge a file that changed more recently is left alone, as it may still be copied; zero for no limit
 * @param dryRun tell what would be done, write nothing
 */
public record FixOptions(
        List<Path> roots, OriginalLanguage original, List<Language> languages, Duration minAge, boolean dryRun) {

    /** Checks the values; the lists are copied. */
    public FixOptions {
        roots = List.copyOf(roots);
        Objects.requireNonNull(original, "original");
        languages = List.copyOf(languages);
        if (minAge.isNegative()) {
            throw new IllegalArgumentException("minAge was " + minAge + " but must not be negative");
        }
    }

    /** Fix files in these folders, or these single files, by the settings. */
    public static FixOptions within(Path... roots) {
        return new FixOptions(List.of(roots), OriginalLanguage.UNKNOWN, List.of(), Duration.ZERO, false);
    }

    /** The same, without writing. */
    public FixOptions asDryRun() {
        return new FixOptions(roots, original, languages, minAge, true);
    }

    /** The same for a title whose original language the caller knows. */
    public FixOptions withOriginal(OriginalLanguage known) {
        return new FixOptions(roots, known, languages, minAge, dryRun);
    }

    /** The same with another list of languages. */
    public FixOptions withLanguages(List<Language> wanted) {
        return new FixOptions(roots, original, wanted, minAge, dryRun);
    }

    /** The same with another limit for files that changed a moment ago. */
    public FixOptions withMinAge(Duration limit) {
        return new FixOptions(roots, original, languages, limit, dryRun);
    }
}
