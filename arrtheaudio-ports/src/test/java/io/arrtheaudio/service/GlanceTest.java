package io.arrtheaudio.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GlanceTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(1);

    private final CountDownLatch mount = new CountDownLatch(1);
    private final Glance glance = new Glance(2);

    @AfterEach
    void close() {
        mount.countDown();
        glance.close();
    }

    @Test
    void what_can_be_seen_is_told() {
        assertThat(glance.see(() -> "there", LONG, "unknown")).isEqualTo("there");
    }

    @Test
    void nobody_waits_for_a_disk_that_hangs() {
        assertThat(glance.see(this::hang, SHORT, "unknown")).isEqualTo("unknown");

        assertThat(glance.see(() -> "there", LONG, "unknown")).as("the others").isEqualTo("there");
    }

    @Test
    void while_all_that_look_hang_nobody_waits_at_all_and_afterwards_they_look_again() {
        glance.see(this::hang, SHORT, "unknown");
        glance.see(this::hang, SHORT, "unknown");

        assertThat(glance.see(() -> "there", LONG, "unknown")).isEqualTo("unknown");

        mount.countDown();
        Waiting.until(() -> glance.see(() -> "there", LONG, "unknown").equals("there"));
    }

    @Test
    void a_look_that_fails_sees_nothing() {
        assertThat(glance.see(
                        () -> {
                            throw new IllegalStateException("a bug");
                        },
                        LONG,
                        "unknown"))
                .isEqualTo("unknown");
    }

    @Test
    void an_interrupt_ends_the_wait_and_is_kept() {
        Thread.currentThread().interrupt();

        assertThat(glance.see(this::hang, LONG, "unknown")).isEqualTo("unknown");
        assertThat(Thread.interrupted()).isTrue();
    }

    private String hang() {
        Waiting.until(mount);
        return "late";
    }
}
