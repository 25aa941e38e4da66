package io.arrtheaudio.adapter.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ties a process to this program: Linux ends it when this program is gone, even by SIGKILL or a crash. {@code setpriv} of
 * util-linux (since 2.33) asks for that ({@code PR_SET_PDEATHSIG} in prctl(2)) and becomes the process then. Where that
 * does not work, what a killed program started goes on until it is done.
 *
 * <p>The thread that starts the process must outlive it, as the kernel looks at that one. Not held are what the process
 * starts itself, and a process whose program is killed in the millisecond before setpriv has asked.
 *
 * <p>Thread-safe.
 */
final class Tether {

    private static final Logger LOG = LoggerFactory.getLogger(Tether.class);
    private static final List<String> WORDS = List.of("setpriv", "--pdeathsig", "KILL");
    private static final int PATIENCE_SECONDS = 5;
    private static final int NOT_RUN = 126; // by convention: found, but it is no program
    private static final int NOT_FOUND = 127;

    private Tether() {}

    /** Found out once, when it is first asked for. */
    private static final class Trial {
        private static final boolean HOLDS = holds();

        private static boolean holds() {
            try {
                Process trial = new ProcessBuilder(before(List.of("true")))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                trial.onExit()
                        .completeOnTimeout(trial, PATIENCE_SECONDS, TimeUnit.SECONDS)
                        .join(); // whatever interrupts the thread
                return !trial.destroyForcibly().isAlive() && trial.exitValue() == 0;
            } catch (IOException e) {
                LOG.debug("there is no setpriv: what is started goes on if this program is killed", e);
                return false;
            }
        }
    }

    /** The command to start in the place of this one. */
    static List<String> tied(List<String> command) {
        return Trial.HOLDS ? before(command) : command;
    }

    /** Whether a tied process never became the program it was to be; the first of its words say why. */
    static boolean isNoProgram(int exit, String words) {
        return (exit == NOT_RUN || exit == NOT_FOUND) && words.startsWith("setpriv: ");
    }

    private static List<String> before(List<String> command) {
        List<String> all = new ArrayList<>(WORDS);
        all.addAll(command);
        return all;
    }
}
