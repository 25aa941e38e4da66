package io.arrtheaudio.adapter.cli;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * How far a scan is, on the last line of a terminal; nothing at all anywhere else, and no class of the library is loaded
 * there.
 *
 * <p>Thread-safe.
 */
final class ProgressLine implements AutoCloseable {

    private static final int EVERY_MILLIS = 100;

    private final Screen screen;
    private final Optional<ProgressBar> bar;
    private final AtomicBoolean finished = new AtomicBoolean();

    private ProgressLine(Screen screen, Optional<ProgressBar> bar) {
        this.screen = screen;
        this.bar = bar;
    }

    /** Starts to show progress if standard error can show it. */
    static ProgressLine on(Screen screen) {
        boolean canShow = screen.terminal().canShowProgress();
        return new ProgressLine(screen, canShow ? Optional.of(bar(screen)) : Optional.empty());
    }

    /** So many files were found; {@code all} if there are no more. */
    void found(long files, boolean all) {
        if (all) {
            bar.ifPresent(shown -> shown.maxHint(files));
        }
    }

    /** Another file is done. */
    void step() {
        bar.ifPresent(ProgressBar::step);
    }

    /** Takes the line away. The bar closes in the background, so that is not left to it. */
    void finish() {
        if (!finished.getAndSet(true)) {
            bar.ifPresent(shown -> {
                shown.close();
                screen.endProgress();
            });
        }
    }

    /** Takes the line away if it is still there. */
    @Override
    public void close() {
        finish();
    }

    private static ProgressBar bar(Screen screen) {
        return new ProgressBarBuilder()
                .setTaskName("scan")
                .setInitialMax(-1) // unknown until all files are found
                .setUnit(" files", 1)
                .showSpeed()
                .setUpdateIntervalMillis(EVERY_MILLIS)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new LastLine(screen))
                .build();
    }

    /** Where the bar is drawn. */
    private record LastLine(Screen screen) implements ProgressBarConsumer {

        @Override
        public int getMaxRenderedLength() {
            return screen.terminal().columns() - 1;
        }

        @Override
        public void accept(String text) {
            screen.progress(text);
        }

        @Override
        public void close() {
            // the line is taken away by whoever finishes it
        }
    }
}
