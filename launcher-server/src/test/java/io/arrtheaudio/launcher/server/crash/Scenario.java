package io.arrtheaudio.launcher.server.crash;

import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.TrackFlag;
import io.arrtheaudio.kit.TinyMatroska;
import io.arrtheaudio.kit.TinyMp4;
import io.arrtheaudio.service.HardlinkRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is to be survived.
 *
 * @param name of the film
 * @param content the film
 * @param hardlinks the rule; with one that is not {@code SKIP} the film has a second name
 * @param inDatabase whether the journal is the database
 * @param isUndo whether the change is taken back when the program is killed
 */
record Scenario(String name, byte[] content, HardlinkRule hardlinks, boolean inDatabase, boolean isUndo) {

    static Stream<Scenario> all() {
        return films().stream()
                .flatMap(film -> Stream.of(HardlinkRule.values())
                        .flatMap(rule -> Stream.of(true, false)
                                .flatMap(database -> Stream.of(false, true)
                                        .map(undo ->
                                                new Scenario(film.name(), film.content(), rule, database, undo)))));
    }

    private record Film(String name, byte[] content) {}

    /** Flags to flip, flags to find room for, and MP4 with one byte a track. */
    private static List<Film> films() {
        return List.of(
                new Film("flags.mkv", TinyMatroska.with(tracks(2)).toBytes()),
                new Film(
                        "no-flags.mkv",
                        TinyMatroska.with(tracks(3))
                                .withImplicitDefaults()
                                .withVoid(60)
                                .withChecksums()
                                .toBytes()),
                new Film("film.mp4", TinyMp4.with(tracks(4)).toBytes()));
    }

    /** English first and default, as is every one but the Japanese. */
    private static List<AudioTrack> tracks(int count) {
        List<AudioTrack> tracks = new ArrayList<>();
        for (int position = 1; position <= count; position++) {
            Language language = new Language(List.of("eng", "fra", "ita", "deu").get(position - 1), "", "");
            boolean isLast = position == count;
            tracks.add(new AudioTrack(
                    position,
                    isLast ? new Language("jpn", "", "") : language,
                    "",
                    "aac",
                    2,
                    isLast ? Set.of() : Set.of(TrackFlag.DEFAULT)));
        }
        return tracks;
    }

    boolean isLinked() {
        return hardlinks != HardlinkRule.SKIP;
    }

    @Override
    public String toString() {
        return name + ", " + (isLinked() ? "linked, " + hardlinks : "one name") + ", "
                + (inDatabase ? "database" : "folder") + (isUndo ? ", undo" : "");
    }
}
