package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.domain.choice.Choice;
import io.arrtheaudio.domain.choice.Explanation;
import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.choice.TrackNote;
import io.arrtheaudio.domain.choice.WantedLanguage;
import io.arrtheaudio.domain.edit.EditCost;
import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.edit.SkipReason;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.journal.EntryState;
import io.arrtheaudio.domain.journal.JournalEntry;
import io.arrtheaudio.domain.journal.Recovered;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.Container;
import io.arrtheaudio.domain.media.MediaFile;
import io.arrtheaudio.domain.media.TrackFlag;
import io.arrtheaudio.kit.SampleChange;
import io.arrtheaudio.port.in.Inspection;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A film with a commentary in front, and what could become of it. */
final class Sample {

    static final Language ENGLISH = new Language("eng", "", "");
    static final Language JAPANESE = new Language("jpn", "", "");

    static final AudioTrack COMMENTARY = new AudioTrack(
            1, ENGLISH, "Director's\ncommentary", "aac", 2, Set.of(TrackFlag.DEFAULT, TrackFlag.COMMENTARY));
    static final AudioTrack MAIN = new AudioTrack(2, JAPANESE, "日本語", "truehd", 8, Set.of());
    static final AudioTrack UNTAGGED = new AudioTrack(3, Language.UNDETERMINED, "Été", "ac3", 6, Set.of());

    static final Explanation EXPLANATION = new Explanation(
            "audio 2 should be the default: Japanese is wanted (your list)",
            new OriginalLanguage(JAPANESE, "TMDB, film 128"),
            List.of(new WantedLanguage(JAPANESE, "your list")),
            List.of(
                    new TrackNote(COMMENTARY, COMMENTARY.role(), false, "it is a commentary"),
                    new TrackNote(MAIN, MAIN.role(), true, "Japanese is wanted (your list)"),
                    new TrackNote(UNTAGGED, UNTAGGED.role(), false, "it has no language")),
            List.of("something to know"));

    static final EditCost COST = new EditCost("flip 2 flags", 2, 0);

    private Sample() {}

    static Inspection inspection(Path file) {
        MediaFile media = new MediaFile(file, Container.MATROSKA, List.of(COMMENTARY, MAIN, UNTAGGED));
        return new Inspection(media, new Choice.Switch(MAIN, EXPLANATION));
    }

    static Outcome changed(Path file) {
        return new Outcome.Changed(file, MAIN, COST, "7", EXPLANATION);
    }

    /** A change for which the film was copied. */
    static Outcome copied(Path file) {
        return new Outcome.Changed(file, MAIN, new EditCost("flip 2 flags", 2, 4_215_000_000L), "12", EXPLANATION);
    }

    /** The same in a dry run. */
    static Outcome wouldCopy(Path file) {
        return new Outcome.WouldChange(file, MAIN, new EditCost("flip 2 flags", 2, 4_215_000_000L), EXPLANATION);
    }

    /** A change of this file that an earlier run did not end, and what is known of it now. */
    static Recovered recovered(String name, EntryState how, String detail) {
        SampleChange change = SampleChange.of(name);
        return new Recovered(
                new JournalEntry("12", "earlier", change.planned(), EntryState.OPEN, change.file()), how, detail);
    }

    static Outcome wouldChange(Path file) {
        return new Outcome.WouldChange(file, MAIN, COST, EXPLANATION);
    }

    static Outcome correct(Path file) {
        return new Outcome.AlreadyCorrect(
                file, MAIN, new Explanation("all is well", OriginalLanguage.UNKNOWN, List.of(), List.of(), List.of()));
    }

    /** Nothing to do about a file whose title was made in this language. */
    static Outcome madeIn(String file, OriginalLanguage original) {
        return new Outcome.AlreadyCorrect(
                Path.of(file), MAIN, new Explanation("all is well", original, List.of(), List.of(), List.of()));
    }

    static Outcome noMatch(Path file) {
        return new Outcome.NoMatch(
                file, new Explanation("nothing fits", OriginalLanguage.UNKNOWN, List.of(), List.of(), List.of()));
    }

    static Outcome skipped(Path file, SkipReason reason) {
        return new Outcome.Skipped(file, reason, "left alone", Explanation.NONE);
    }

    static Outcome failed(Path file, Remedy remedy) {
        return new Outcome.Failed(file, remedy, "cannot read " + file + ": it is torn", Explanation.NONE);
    }
}
