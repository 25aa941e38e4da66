package io.arrtheaudio.examples.chooseatrack;

import io.arrtheaudio.domain.choice.Choice;
import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.choice.TrackChooser;
import io.arrtheaudio.domain.choice.TrackNote;
import io.arrtheaudio.domain.choice.TrackPolicy;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.TrackFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Chooses one of audio tracks that come from anywhere: from a media server, a database, a tool of one's own. No file is read.
 *
 * <p>Here each argument is a track, {@code language/title/channels} with an asterisk in front of the default one:
 * {@code *eng/Stereo/2}.
 */
public final class ChooseATrack {

    private static final String[] A_DISC = {"*eng/Commentary by the director/2", "eng/Surround/6", "jpn//2"};

    private ChooseATrack() {}

    /** Chooses for a film that was made in Japan, for somebody who takes English where there is no Japanese. */
    public static void main(String[] args) {
        OriginalLanguage original = new OriginalLanguage(Language.of("Japanese"), "our own database");
        Choice choice = choose(List.of(args.length == 0 ? A_DISC : args), original, "en", "German");
        String verdict = choice.fold(
                found -> "track " + found.to().position() + " should become the default one",
                keep -> "track " + keep.already().position() + " is the default one already",
                none -> "no track is wanted");
        System.out.println(verdict);
        System.out.println("because: " + choice.explanation().summary());
        for (TrackNote note : choice.explanation().tracks()) {
            System.out.println("  track " + note.track().position() + ": " + note.because());
        }
    }

    /** What should become of a file with these tracks; the file itself need not be there. */
    static Choice choose(List<String> tracks, OriginalLanguage original, String... wanted) {
        List<AudioTrack> audio = new ArrayList<>();
        for (String track : tracks) {
            audio.add(read(audio.size() + 1, track));
        }
        TrackPolicy policy = TrackPolicy.DEFAULT.withLanguages(
                Stream.of(wanted).map(Language::of).toList());
        return TrackChooser.choose(audio, policy, original);
    }

    private static AudioTrack read(int position, String text) {
        boolean isDefault = text.startsWith("*");
        String[] parts = (isDefault ? text.substring(1) : text).split("/", 3);
        Set<TrackFlag> flags = isDefault ? Set.of(TrackFlag.DEFAULT) : Set.of();
        return new AudioTrack(position, Language.of(parts[0]), parts[1], "", Integer.parseInt(parts[2]), flags);
    }
}
