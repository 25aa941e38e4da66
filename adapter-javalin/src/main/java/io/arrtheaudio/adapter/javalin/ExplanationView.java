package io.arrtheaudio.adapter.javalin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.arrtheaudio.domain.choice.Explanation;
import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.choice.TrackNote;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.TrackFlag;
import io.arrtheaudio.domain.media.TrackRole;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Why this track and no other, with the names that the command uses too.
 *
 * @param selectedTrack counted from 1; 0 if none was taken
 */
record ExplanationView(
        @About("which audio track was taken, counted from 1; left out if none was")
        @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        int selectedTrack,

        @About("the language of that track") String selectedLanguage,
        @About("one sentence") String summary,

        @About("the language the title was made in, and who says so")
        OriginalView originalLanguage,

        @About("what was looked for, in this order") List<String> wantedLanguages,
        @About("every audio track") List<TrackView> tracks,
        @About("what one should know beside that") List<String> warnings) {

    /** Of a file that was not looked into. */
    static final ExplanationView NONE = of(Explanation.NONE);

    static ExplanationView of(Explanation explanation) {
        Optional<AudioTrack> chosen = explanation.tracks().stream()
                .filter(TrackNote::chosen)
                .map(TrackNote::track)
                .findFirst();
        return new ExplanationView(
                chosen.map(AudioTrack::position).orElse(0),
                chosen.map(track -> track.language().toString()).orElse(""),
                explanation.summary(),
                OriginalView.of(explanation.original()),
                explanation.wanted().stream()
                        .map(wanted -> wanted.language().toString())
                        .toList(),
                explanation.tracks().stream().map(TrackView::of).toList(),
                explanation.warnings());
    }

    /**
     * The language a title was made in.
     *
     * @param language empty if nobody knows
     */
    record OriginalView(
            @About("left out if nobody knows") String language,

            @About(value = "how far to trust the source", oneOf = OriginalLanguage.Confidence.class)
            String confidence,

            @About("who says so, or why nobody does") String source) {

        static OriginalView of(OriginalLanguage original) {
            return original.isKnown()
                    ? new OriginalView(
                            original.language().toString(), Words.of(original.confidence()), original.source())
                    : new OriginalView("", "", original.source());
        }
    }

    /** One audio track and what was thought of it. */
    record TrackView(
            @About("counted from 1") int track,
            @About("as the file says, und if it does not") String language,
            @About("such as aac, eac3, truehd") String codec,
            @About("0 if the file does not tell") int channels,
            @About("as players show it") String title,

            @About(value = "what it is for", oneOf = TrackRole.class)
            String role,

            @About("whether it was the default one when the file was looked into") @JsonProperty("default")
            boolean isDefault,

            @About("every other flag that is set") List<String> flags,
            @About("whether it was taken") boolean selected,
            @About("why, or why not") String because) {

        static TrackView of(TrackNote note) {
            AudioTrack track = note.track();
            return new TrackView(
                    track.position(),
                    track.language().toString(),
                    track.codec(),
                    track.channels(),
                    track.title(),
                    Words.of(note.role()),
                    track.is(TrackFlag.DEFAULT),
                    Arrays.stream(TrackFlag.values())
                            .filter(flag -> flag != TrackFlag.DEFAULT && track.is(flag))
                            .map(Words::of)
                            .toList(),
                    note.chosen(),
                    note.because());
        }
    }
}
