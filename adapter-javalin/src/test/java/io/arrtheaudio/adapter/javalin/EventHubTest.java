package io.arrtheaudio.adapter.javalin;

import static io.arrtheaudio.kit.SampleJobs.manual;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.adapter.javalin.HttpSettings.Events;
import io.arrtheaudio.domain.job.JobEvent;
import io.arrtheaudio.domain.job.JobLife;
import io.arrtheaudio.kit.StoppedClock;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventHubTest {

    private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final EventHub hub =
            new EventHub(new Json(), new Events(10, 2, 3, Duration.ofHours(1)), new StoppedClock(NOW), thread);
    private final Pipe pipe = new Pipe();
    private final EventListener listener = new EventListener(pipe, Set.of(), "");
    private final Line line = new Line();

    @AfterEach
    void end() {
        hub.close();
    }

    /** A connection that takes as much as it is told to. */
    private static final class Pipe extends ServletOutputStream {

        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private boolean isOpen = true;
        private boolean isBroken;

        @Override
        public boolean isReady() {
            return isOpen;
        }

        @Override
        public void setWriteListener(WriteListener writeListener) {
            throw new AssertionError("not asked of this");
        }

        @Override
        public void write(int b) throws IOException {
            if (isBroken) {
                throw new IOException("nobody is there");
            }
            if (!isOpen) {
                throw new AssertionError("written without being ready");
            }
            taken.write(b);
        }

        String text() {
            return taken.toString(StandardCharsets.UTF_8);
        }
    }

    private static final class Line implements EventHub.Connection {

        private String end = "";

        @Override
        public void end() {
            end += "ended";
        }

        @Override
        public boolean isOver() {
            return !end.isEmpty();
        }
    }

    private void tell(int... ids) {
        for (int id : ids) {
            hub.happened(new JobEvent.JobChanged(JobLife.accepted(String.valueOf(id), manual("a.mkv"), NOW)));
        }
    }

    /** Until the hub has done all that was asked for. */
    private void settle() throws Exception {
        thread.submit(() -> {}).get(10, TimeUnit.SECONDS);
    }

    @Test
    void whoever_tells_more_than_can_be_passed_on_does_not_wait_and_everybody_begins_anew() throws Exception {
        hub.writable(listener, line);
        CountDownLatch latch = new CountDownLatch(1);
        thread.execute(() -> {
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        tell(1, 2, 3, 4, 5);
        latch.countDown();
        settle();
        assertThat(pipe.text()).contains("event: reset").doesNotContain("event: job");
        tell(6);
        settle();
        assertThat(pipe.text()).contains("\"job_id\":\"6\"");
    }

    @Test
    void what_a_connection_does_not_take_waits_and_comes_in_order() throws Exception {
        hub.writable(listener, line);
        settle();
        pipe.isOpen = false;
        tell(1, 2);
        settle();
        assertThat(pipe.text()).doesNotContain("job_id");
        pipe.isOpen = true;
        hub.writable(listener, line);
        settle();
        assertThat(pipe.text()).containsSubsequence("retry: 3000", "\"job_id\":\"1\"", "\"job_id\":\"2\"");
        assertThat(line.end).isEmpty();
    }

    @Test
    void a_connection_that_takes_too_little_is_ended_once() throws Exception {
        hub.writable(listener, line);
        settle();
        pipe.isOpen = false;
        tell(1);
        settle();
        tell(2);
        settle();
        tell(3);
        settle();
        assertThat(line.end).isEqualTo("ended");
        pipe.isOpen = true;
        hub.writable(listener, line);
        tell(4);
        settle();
        assertThat(pipe.text()).doesNotContain("job_id");
        assertThat(line.end).isEqualTo("ended");
    }

    @Test
    void a_connection_that_breaks_is_ended() throws Exception {
        hub.writable(listener, line);
        settle();
        pipe.isBroken = true;
        tell(1);
        settle();
        assertThat(line.end).isEqualTo("ended");
    }

    @Test
    void at_the_end_every_connection_is_ended() throws Exception {
        Pipe slow = new Pipe();
        Line slowLine = new Line();
        EventListener slowOne = new EventListener(slow, Set.of(), "");
        hub.writable(listener, line);
        hub.writable(slowOne, slowLine);
        settle();
        slow.isOpen = false;
        tell(1);
        settle();
        hub.close();
        assertThat(line.end).isEqualTo("ended");
        assertThat(slowLine.end).isEqualTo("ended");
        tell(2);
        assertThat(thread.isTerminated()).isTrue();
    }

    @Test
    void who_comes_after_the_end_is_ended_at_once() {
        hub.close();
        hub.writable(listener, line);
        assertThat(line.end).isEqualTo("ended");
    }
}
