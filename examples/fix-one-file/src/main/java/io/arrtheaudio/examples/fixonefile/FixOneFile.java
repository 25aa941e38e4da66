package io.arrtheaudio.examples.fixonefile;

import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.embedded.ArrTheAudio;
import java.nio.file.Path;

/** Makes the right audio track of a film the default one: {@code FixOneFile JOURNAL FILM}. */
public class FixOneFile {

    public static void main(String[] args) {
        Path journal = Path.of(args[0]);
        try (ArrTheAudio audio =
                ArrTheAudio.withJournalIn(journal).languages("jpn", "eng").open()) {
            Outcome outcome = audio.fix(Path.of(args[1]));
            System.out.println(outcome.word() + ": " + outcome.why());
        }
    }
}
