package io.arrtheaudio.adapter.files.seeded;

import me.tongfei.progressbar.ProgressBar;

/** Breaks R10, progress bars. */
public final class FilesDrawsProgress {

    void step(ProgressBar bar) {
        bar.step();
    }
}
