package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.domain.choice.Explanation;
import io.arrtheaudio.domain.choice.TrackNote;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.Container;
import io.arrtheaudio.domain.media.MediaFile;
import io.arrtheaudio.domain.media.TrackFlag;
import io.arrtheaudio.port.in.Inspection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is in a file and what would be chosen, as a table and the reasons below it. */
final class InspectionText {

    private final Screen screen;

    InspectionText(Screen screen) {
        this.screen = screen;
    }

    /** @param named the file as the user named it */
    List<String> lines(Path named, Inspection inspection) {
        Explanation explanation = inspection.choice().explanation();
        List<String> lines = new ArrayList<>();
        lines.add(screen.painted(Paint.BOLD, Shown.path(named)) + ": " + contents(inspection.media()));
        if (!explanation.tracks().isEmpty()) {
            lines.addAll(table(explanation));
        }
        lines.add("  " + verdict(inspection));
        if (!explanation.original().source().isEmpty()) {
            lines.add("    original language: " + OriginalText.line(explanation.original()));
        }
        for (TrackNote note : explanation.tracks()) {
            if (!note.chosen()) {
                lines.add(Shown.text("    not audio " + note.track().position() + ": " + note.because()));
            }
        }
        for (String warning : explanation.warnings()) {
            lines.add("  " + screen.painted(Paint.YELLOW, "warning:") + " " + Shown.text(warning));
        }
        return lines;
    }

    private static String contents(MediaFile media) {
        int tracks = media.audio().size();
        String container = media.container() == Container.MATROSKA ? "Matroska" : "MP4";
        return container + ", " + tracks + (tracks == 1 ? " audio track" : " audio tracks");
    }

    private List<String> table(Explanation explanation) {
        Columns columns = new Columns();
        columns.add("", "#", "default", "choice", "role", "tag", "language", "codec", "channels", "flags", "title");
        explanation.tracks().forEach(note -> columns.add(row(note)));
        List<String> lines = new ArrayList<>(columns.lines());
        lines.set(0, screen.painted(Paint.DIM, lines.get(0)));
        for (int i = 0; i < explanation.tracks().size(); i++) {
            if (explanation.tracks().get(i).chosen()) {
                lines.set(i + 1, screen.painted(Paint.GREEN, lines.get(i + 1)));
            }
        }
        return lines;
    }

    private static String[] row(TrackNote note) {
        AudioTrack track = note.track();
        return new String[] {
            "",
            String.valueOf(track.position()),
            track.is(TrackFlag.DEFAULT) ? "*" : "",
            note.chosen() ? "*" : "",
            TrackText.role(note.role()),
            track.language().toString(),
            TrackText.language(track.language()),
            Shown.text(track.codec()),
            TrackText.channels(track.channels()),
            String.join(", ", TrackText.flags(track)).replace('_', ' '),
            Shown.text(track.title())
        };
    }

    private String verdict(Inspection inspection) {
        String summary = Shown.text(inspection.choice().explanation().summary());
        return inspection
                .choice()
                .fold(
                        found -> screen.painted(Paint.YELLOW, "would change:") + " " + summary,
                        keep -> screen.painted(Paint.GREEN, "correct:") + " " + summary,
                        none -> screen.painted(Paint.DIM, "no match:") + " " + summary);
    }
}
