package io.arrtheaudio.domain.choice;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Why this track and no other.
 *
 * @param summary one sentence
 * @param original the language the title was made in, and who says so; {@link OriginalLanguage#UNKNOWN} if it was not asked for
 * @param wanted the languages that were looked for, in this order
 * @param tracks every audio track of the file with what was thought of it
 * @param warnings what the user should know beside that
 */
public record Explanation(
        String summary,
        OriginalLanguage original,
        List<WantedLanguage> wanted,
        List<TrackNote> tracks,
        List<String> warnings) {

    /** For files that were not looked into. */
    public static final Explanation NONE =
            new Explanation("", OriginalLanguage.UNKNOWN, List.of(), List.of(), List.of());

    /** Copies the lists. */
    public Explanation {
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(original, "original");
        wanted = List.copyOf(wanted);
        tracks = List.copyOf(tracks);
        warnings = List.copyOf(warnings);
    }

    /** The same with one more warning. */
    public Explanation withWarning(String warning) {
        List<String> more = new ArrayList<>(warnings);
        more.add(warning);
        return new Explanation(summary, original, wanted, tracks, more);
    }
}
