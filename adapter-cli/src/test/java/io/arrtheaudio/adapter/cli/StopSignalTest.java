package io.arrtheaudio.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.adapter.cli.Terminal.Side;
import io.arrtheaudio.domain.edit.UndoOutcome;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What Ctrl-C does to the work in hand; that the process ends by it is tested on the packaged program. */
@Timeout(20)
class StopSignalTest {

    private final Screen screen = screen();
    private final Report report = new TextReport(screen, TextReport.Detail.NONE);

    @Test
    void it_ends_copies_scans_and_undos_and_waits_for_the_last_word() throws Exception {
        StopSignal signal = StopSignal.watch();
        CopyProgress copy = new CopyProgress(screen, signal);
        UndoWatcher undo = new UndoWatcher(report, copy, screen);
        ProgressLine line = ProgressLine.on(screen);
        ScanWatcher scan = new ScanWatcher(report, line, signal, screen, List.of(), false);
        undo.done(new UndoOutcome.Undone(Path.of("a"), "1", "2", ""));
        assertThat(List.of(copy.isCancelled(), undo.isCancelled(), scan.isCancelled()))
                .containsOnly(false);

        Thread handler = new Thread(signal::stop);
        handler.start();
        while (!signal.isStopping()) {
            Thread.onSpinWait();
        }
        assertThat(List.of(copy.isCancelled(), undo.isCancelled(), scan.isCancelled()))
                .containsOnly(true);
        assertThat(List.of(undo.exitCode(), scan.exitCode())).containsOnly(130);

        signal.close();
        handler.join();
    }

    @Test
    void it_ends_what_is_waited_for_whether_it_came_before_or_after_that_was_begun() throws Exception {
        StopSignal signal = StopSignal.later();
        CountDownLatch ended = new CountDownLatch(2);
        signal.whenAsked(ended::countDown);

        Thread handler = new Thread(signal::stop);
        handler.start();
        while (ended.getCount() == 2) {
            Thread.onSpinWait();
        }
        assertThat(signal.isStopping()).isTrue();
        signal.whenAsked(ended::countDown);

        assertThat(ended.getCount()).isZero();
        signal.close();
        handler.join();
    }

    @Test
    void one_that_does_not_watch_yet_can_be_closed() {
        StopSignal signal = StopSignal.later();
        signal.close();
        assertThat(signal.isStopping()).isFalse();
    }

    private static Screen screen() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        return new Screen(new Terminal(InputStream.nullInputStream(), nowhere, nowhere, Set.<Side>of(), Map.of()));
    }
}
