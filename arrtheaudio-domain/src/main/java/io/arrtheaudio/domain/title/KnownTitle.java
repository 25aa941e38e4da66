package io.arrtheaudio.domain.title;

import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.library.Glob;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * A title whose original language the user has settled.
 *
 * @param ids under any of which it may come; {@link TitleIds#NONE} if it goes by path
 * @param paths which files it is, by their absolute path; empty if it goes by ids
 * @param language the language
 */
public record KnownTitle(TitleIds ids, List<Glob> paths, Language language) {

    /** Checks that there is something to know it by; the list is copied. */
    public KnownTitle {
        Objects.requireNonNull(ids, "ids");
        paths = List.copyOf(paths);
        Objects.requireNonNull(language, "language");
        if (ids.isEmpty() && paths.isEmpty()) {
            throw new IllegalArgumentException("a title in " + language + " with nothing to know it by");
        }
    }

    /** Whether a file is this title. */
    public boolean is(Path file, TitleIds known) {
        return ids.shareOneWith(known) || paths.stream().anyMatch(glob -> glob.matches(file.toString()));
    }
}
