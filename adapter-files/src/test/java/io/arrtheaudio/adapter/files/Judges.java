package io.arrtheaudio.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Programs that say which audio tracks of a file are default; nothing of ours is asked. */
enum Judges {
    /** Each has a word for it. */
    MATROSKA(MediaTools::defaultsByMkvmerge),
    /** mkvmerge has no default flag for MP4; it says which tracks are enabled, and that is the bit which is changed. */
    MP4(MediaTools::enabledByMkvmerge);

    private final Function<Path, List<Integer>> mkvmerge;

    Judges(Function<Path, List<Integer>> mkvmerge) {
        this.mkvmerge = mkvmerge;
    }

    void assertOnlyDefault(Path file, int position) {
        assertThat(MediaTools.defaultsByFfprobe(file)).as("ffprobe").containsExactly(position);
        assertThat(MediaTools.defaultsByMediainfo(file)).as("mediainfo").containsExactly(position);
        assertThat(mkvmerge.apply(file)).as("mkvmerge").containsExactly(position);
    }
}
