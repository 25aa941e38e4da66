package io.arrtheaudio.adapter.files.matroska;

import io.arrtheaudio.adapter.files.header.HeaderFormat;
import io.arrtheaudio.adapter.files.header.HeaderReader;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.Container;
import io.arrtheaudio.port.out.PlannedEdit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Matroska and WebM.
 *
 * <p>Thread-safe.
 */
public final class MatroskaFormat implements HeaderFormat {

    @Override
    public Container container() {
        return Container.MATROSKA;
    }

    @Override
    public boolean recognises(HeaderReader reader) {
        if (!reader.has(0, 4) || (reader.read(0, 4, "the EBML header").getInt() & 0xFFFFFFFFL) != Ids.EBML) {
            return false;
        }
        String docType = new HeaderWalk(reader).docType();
        return docType.equals("matroska") || docType.equals("webm");
    }

    @Override
    public List<AudioTrack> audioTracks(HeaderReader reader) {
        MatroskaHeader header = new HeaderWalk(reader).walk();
        return TracksElement.read(reader, header.tracks()).audioTracks(reader);
    }

    @Override
    public List<String> inventory(HeaderReader reader) {
        return new MatroskaInventory(reader).lines();
    }

    /** Whether Tracks lies before the first Cluster, where every player finds it. */
    public boolean hasTracksInFront(HeaderReader reader) {
        return new HeaderWalk(reader).walk().isTracksInFront();
    }

    /**
     * Parts a file into what a tool that edits headers may want to see and what it steps over.
     *
     * @return the stretches in order and without gaps, from the file's first byte to its last; empty if the Clusters do not
     *     tell their sizes
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code FIX_FILE} if the file is damaged, or no Matroska file
     */
    public Optional<List<Stretch>> stretches(HeaderReader reader) {
        if (!recognises(reader)) {
            throw reader.damaged("it is no Matroska file");
        }
        return new Outline(reader).stretches();
    }

    @Override
    public PlannedEdit plan(HeaderReader reader, Set<Integer> defaults) {
        MatroskaHeader header = new HeaderWalk(reader).walk();
        TracksElement tracks = TracksElement.read(reader, header.tracks());
        return new DefaultSwitch(reader, header, tracks, defaults).plan();
    }
}
