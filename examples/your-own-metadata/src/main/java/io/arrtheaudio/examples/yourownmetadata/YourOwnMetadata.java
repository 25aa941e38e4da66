package io.arrtheaudio.examples.yourownmetadata;

import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.embedded.ArrTheAudio;
import java.nio.file.Path;

/**
 * Fixes a film by what a list of one's own says about its title: {@code YourOwnMetadata LIST JOURNAL FILM}. Which title it is
 * is read from its path, such as {@code Spirited Away (2001)/film.mkv}, and from a note beside it.
 */
public final class YourOwnMetadata {

    private YourOwnMetadata() {}

    /** The list comes first; English where it knows nothing, or no track is in the language it tells. */
    public static void main(String[] args) {
        ListOfTitles titles = ListOfTitles.read(Path.of(args[0]));
        try (ArrTheAudio audio = ArrTheAudio.withJournalIn(Path.of(args[1]))
                .originalLanguages(titles)
                .languages("eng")
                .open()) {
            Outcome outcome = audio.fix(Path.of(args[2]));
            System.out.println(outcome.word() + ": " + outcome.why());
        }
    }
}
