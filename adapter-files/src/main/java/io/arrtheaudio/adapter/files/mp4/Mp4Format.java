package io.arrtheaudio.adapter.files.mp4;

import io.arrtheaudio.adapter.files.header.HeaderFormat;
import io.arrtheaudio.adapter.files.header.HeaderReader;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.Container;
import io.arrtheaudio.port.out.PlannedEdit;
import java.util.List;

/** Under way. */
public final class Mp4Format implements HeaderFormat {

    @Override
    public Container container() {
        return Container.MP4;
    }

    @Override
    public boolean recognises(HeaderReader reader) {
        return false;
    }

    @Override
    public List<AudioTrack> audioTracks(HeaderReader reader) {
        return List.of();
    }

    @Override
    public PlannedEdit plan(HeaderReader reader, int position) {
        throw reader.damaged("under way");
    }
}
