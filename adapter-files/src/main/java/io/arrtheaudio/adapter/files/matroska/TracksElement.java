package io.arrtheaudio.adapter.files.matroska;

import io.arrtheaudio.adapter.files.header.HeaderReader;
import io.arrtheaudio.domain.media.AudioTrack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The Tracks element (RFC 9559 section 5.1.4) with all its bytes.
 *
 * @param element where it lies in the file
 * @param content its bytes without its header
 * @param children what lies in it, offsets from the content's start
 * @param entries the tracks among the children, in order
 */
record TracksElement(Element element, byte[] content, List<Element> children, List<TrackEntry> entries) {

    private static final int LARGEST = 16 * 1024 * 1024;
    private static final int MOST_ENTRIES = 1_000;

    static TracksElement read(HeaderReader file, Element element) {
        ElementReader reader = new ElementReader(file);
        byte[] content = reader.content(element, LARGEST, "Tracks");
        List<Element> children = reader.children(content, element.contentOffset());
        List<TrackEntry> entries = new ArrayList<>();
        for (Element child : children) {
            if (child.id() == Ids.TRACK_ENTRY) {
                entries.add(new TrackEntry(child, Fields.of(reader, content, child, element.contentOffset())));
            }
        }
        if (entries.size() > MOST_ENTRIES) {
            throw file.damaged("it has " + entries.size() + " tracks, more than any real one");
        }
        return new TracksElement(element, content, children, entries);
    }

    List<TrackEntry> audioEntries() {
        return entries.stream().filter(TrackEntry::isAudio).toList();
    }

    List<AudioTrack> audioTracks(HeaderReader file) {
        ElementReader reader = new ElementReader(file);
        List<AudioTrack> tracks = new ArrayList<>();
        for (TrackEntry entry : audioEntries()) {
            long at = element.contentOffset() + entry.element().contentOffset();
            Fields audio = entry.fields()
                    .last(Ids.AUDIO)
                    .map(master -> Fields.of(reader, entry.fields().content(), master, at))
                    .orElse(new Fields(new byte[0], List.of()));
            tracks.add(entry.toAudioTrack(tracks.size() + 1, audio));
        }
        return tracks;
    }

    Optional<Crc> crc() {
        return Crc.first(children);
    }
}
