package io.arrtheaudio.launcher.server.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many who listen to the events of a whole daemon and never read. */
class ListenersTest {

    private static final int LISTENERS = 500;

    @TempDir
    private Path folder;

    @Test
    void five_hundred_idle_ones_hold_up_no_webhook_and_no_job() {
        List<RawCall> listeners = new ArrayList<>();
        try (RunningDaemon daemon = RunningDaemon.in(folder)) {
            for (int i = 0; i < LISTENERS; i++) {
                listeners.add(RawCall.to(daemon).head("GET /api/v1/events HTTP/1.1"));
            }
            listeners.forEach(listener -> listener.awaitText("retry: 3000"));
            List<RunningDaemon.Answer> told = new ArrayList<>();
            AtomicInteger next = new AtomicInteger();
            Bystander.isServed(() -> {
                String name = next.incrementAndGet() + ".mkv";
                daemon.film("movies/" + name);
                told.add(daemon.imported("/movies", name).accepted());
                return told.get(told.size() - 1);
            });
            assertThat(told)
                    .flatMap(daemon::endedOf)
                    .hasSize(100)
                    .extracting(RunningDaemon::result)
                    .containsOnly("changed");
            assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(thread -> thread.getName().startsWith("http"))
                    .hasSizeLessThan(60);
            assertThat(listeners).allSatisfy(listener -> listener.awaitText("\"file_path\""));
        } finally {
            listeners.forEach(RawCall::close);
        }
    }
}
