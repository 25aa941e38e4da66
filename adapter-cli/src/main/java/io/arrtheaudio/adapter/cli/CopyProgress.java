package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.domain.edit.Progress;
import java.nio.file.Path;

/**
 * How far the copy of a large file is, on the last line of a terminal; nothing at all anywhere else. Ends it when the user
 * wants to stop.
 *
 * <p>One thread at a time.
 */
final class CopyProgress implements Progress {

    private final Screen screen;
    private final StopSignal signal;
    private String shown = "";

    CopyProgress(Screen screen, StopSignal signal) {
        this.screen = screen;
        this.signal = signal;
    }

    @Override
    public void written(Path file, long bytes, long of) {
        if (screen.terminal().canShowProgress()) {
            show(text(file, bytes, of));
        }
    }

    @Override
    public boolean isCancelled() {
        return signal.isStopping();
    }

    /** Takes the line away, if there is one. */
    void clear() {
        show("");
    }

    private void show(String text) {
        if (!text.equals(shown)) {
            shown = text;
            screen.progress(text);
        }
    }

    private String text(Path file, long bytes, long of) {
        String start = "copying ";
        String end = ": " + (of <= 0 ? 100 : Math.min(100, (long) (100.0 * bytes / of))) + "% of " + ByteCount.said(of);
        int room = screen.terminal().columns() - 1 - start.length() - end.length();
        return start + Columns.fitted(Shown.path(file.getFileName()), room) + end;
    }
}
