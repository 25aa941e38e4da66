package io.arrtheaudio.adapter.ffmpeg;

import java.util.List;
import java.util.Optional;

/**
 * The tracks that mkvmerge lists. It leaves out those whose content it cannot find or does not know, such as an AC-3 track
 * without a frame near the file's start, so its audio tracks need not be all there are.
 *
 * @param tracks of every type, in the file's order
 */
record Listing(List<ListedTrack> tracks) {

    /** How a selector by UID begins. */
    static final String BY_UID = "track:=";

    /** Nobody was asked. */
    static final Listing NONE = new Listing(List.of());

    Listing {
        tracks = List.copyOf(tracks);
    }

    /**
     * The entry for a stream that ffprobe found.
     *
     * @param audio all audio streams
     * @param at which of them, counted from 0
     * @return empty if mkvmerge leaves it out
     */
    Optional<ListedTrack> of(List<MediaStream> audio, int at) {
        List<ListedTrack> listed = audio();
        if (listed.size() == audio.size()) {
            return Optional.of(listed.get(at));
        }
        return listed.stream()
                .filter(track -> track.id() == audio.get(at).index())
                .findFirst();
    }

    private List<ListedTrack> audio() {
        return tracks.stream().filter(ListedTrack::isAudio).toList();
    }

    /** How mkvpropedit is told which track is meant: by its UID, else by its number, if no other track has the same. */
    Optional<String> selectorOf(ListedTrack track) {
        if (isUnique(tracks.stream().map(ListedTrack::uid).toList(), track.uid())) {
            return Optional.of(BY_UID + track.uid());
        }
        return isUnique(tracks.stream().map(ListedTrack::number).toList(), track.number())
                ? Optional.of("track:@" + track.number())
                : Optional.empty();
    }

    private static boolean isUnique(List<String> all, String one) {
        return !one.isEmpty()
                && !one.equals("0")
                && all.stream().filter(one::equals).count() == 1;
    }
}
