package io.arrtheaudio.launcher.server.crash;

import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** Counts the places at which a program can be killed, and waits at one of them for its end. */
final class KillPoints implements Consumer<String> {

    /** What the program prints when it waits to be killed. */
    static final String HERE = "here: ";

    private final int fatal;
    private int passed;

    /** @param fatal at which place to wait, counted from 1; 0 for none */
    KillPoints(int fatal) {
        this.fatal = fatal;
    }

    @Override
    public void accept(String place) {
        passed++;
        if (passed == fatal) {
            System.out.println(HERE + place);
            System.out.flush();
            waitForTheEnd();
        }
    }

    int passed() {
        return passed;
    }

    private static void waitForTheEnd() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts the doomed", e);
        }
    }
}
