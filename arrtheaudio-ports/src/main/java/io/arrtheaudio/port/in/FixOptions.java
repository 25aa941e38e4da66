package io.arrtheaudio.port.in;

import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.edit.Progress;
import io.arrtheaudio.domain.language.Language;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * How a caller wants files to be fixed.
 *
 * @param roots folders, or single files, inside which files may be changed; symbolic links are resolved on both sides
 * @param about what the caller knows about the files' title
 * @param languages wanted languages in place of the settings' list; empty to use the settings
 * @param minAge a file that changed more recently is left alone, as it may still be copied; zero for no limit
 * @param dryRun tell what would be done, write nothing
 * @param again change files too whose last change was taken back by the user
 * @param cause what asks, for the journal: {@code process}, {@code scan}, {@code webhook 41} ...
 * @param progress watches copies and rewrites, and may end them
 */
public record FixOptions(
        List<Path> roots,
        AboutTitle about,
        List<Language> languages,
        Duration minAge,
        boolean dryRun,
        boolean again,
        String cause,
        Progress progress) {

    /** Checks the values; the lists are copied. */
    public FixOptions {
        roots = List.copyOf(roots);
        Objects.requireNonNull(about, "about");
        languages = List.copyOf(languages);
        if (minAge.isNegative()) {
            throw new IllegalArgumentException("minAge was " + minAge + " but must not be negative");
        }
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(progress, "progress");
    }

    /** Fix files in these folders, or these single files, by the settings. */
    public static FixOptions within(Path... roots) {
        return new FixOptions(
                List.of(roots), AboutTitle.NOTHING, List.of(), Duration.ZERO, false, false, "", Progress.UNWATCHED);
    }

    /** The same, without writing. */
    public FixOptions asDryRun() {
        return new FixOptions(roots, about, languages, minAge, true, again, cause, progress);
    }

    /** The same for a title in this original language, whatever others say. */
    public FixOptions withOriginal(OriginalLanguage known) {
        return withTitle(about.in(known));
    }

    /** The same for a title of which the caller knows this. */
    public FixOptions withTitle(AboutTitle title) {
        return new FixOptions(roots, title, languages, minAge, dryRun, again, cause, progress);
    }

    /** The same with another list of languages. */
    public FixOptions withLanguages(List<Language> wanted) {
        return new FixOptions(roots, about, wanted, minAge, dryRun, again, cause, progress);
    }

    /** The same with another limit for files that changed a moment ago. */
    public FixOptions withMinAge(Duration limit) {
        return new FixOptions(roots, about, languages, limit, dryRun, again, cause, progress);
    }

    /** The same, for files too whose last change was taken back. */
    public FixOptions evenIfUndone() {
        return new FixOptions(roots, about, languages, minAge, dryRun, true, cause, progress);
    }

    /** The same, asked for by something else. */
    public FixOptions because(String asks) {
        return new FixOptions(roots, about, languages, minAge, dryRun, again, asks, progress);
    }

    /** The same, watched. */
    public FixOptions watchedBy(Progress watcher) {
        return new FixOptions(roots, about, languages, minAge, dryRun, again, cause, watcher);
    }
}
