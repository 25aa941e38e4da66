package io.arrtheaudio.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.port.in.Housekeeping;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Defect: nobody called what forgets old jobs, so that the database grew for ever. */
class CleanUpsTest {

    private final CountDownLatch asked = new CountDownLatch(3);

    private final Housekeeping housekeeping = new Housekeeping() {

        @Override
        public Forgotten cleanUp() {
            asked.countDown();
            if (asked.getCount() == 2) {
                throw new AudioFixException(Remedy.RETRY_LATER, "the disk is full; make room");
            }
            return new Forgotten(7, 0, 0, 0, 0);
        }

        @Override
        public Forgotten cleanUp(CleanUp wish) {
            throw new AssertionError("the settings say how old");
        }
    };

    @Test
    void what_is_old_is_forgotten_again_and_again_whatever_goes_wrong_once() throws InterruptedException {
        CleanUps cleanUps = new CleanUps(housekeeping, () -> {}, Duration.ofMillis(1), Duration.ofMillis(1));
        boolean isAskedAgain = asked.await(20, TimeUnit.SECONDS);
        cleanUps.close();
        assertThat(isAskedAgain).isTrue();
    }
}
