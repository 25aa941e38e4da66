package io.arrtheaudio.adapter.files;

import io.arrtheaudio.domain.edit.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs GNU {@code cp}, which lets files share their bytes and keeps owners, access lists and attributes; Java does neither.
 * The one place of this module where a process does any work. No shell is asked, everything it prints is drained, it is ended when
 * nothing moves for too long, and it is gone when a method returns, whatever happened, or when this program is killed
 * ({@link Tether}). An interrupt of the calling thread is kept for later and stops nothing. Options: GNU coreutils manual, section 11.1.
 *
 * <p>Thread-safe.
 */
final class CloningCopy {

    private static final Logger LOG = LoggerFactory.getLogger(CloningCopy.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final Duration UNTIL_DEAD = Duration.ofSeconds(10);

    private final String program;
    private final Duration patience;

    /**
     * Runs this program.
     *
     * @param program a name to look for on the PATH, or a path
     * @param patience for how long it may run without a byte more in the file it writes
     */
    CloningCopy(String program, Duration patience) {
        if (patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("patience was '" + patience + "' but must be positive");
        }
        this.program = program;
        this.patience = patience;
    }

    /** What cp came to. */
    enum Kind {
        DONE,
        /** It said that something did not work. */
        FAILED,
        /** Nothing moved for too long, and it was ended. */
        STALLED,
        /** The watcher wanted it ended. */
        CANCELLED,
        /** This program is ending, and ended it. */
        STOPPED,
        /** There is no such program. */
        MISSING
    }

    /**
     * How it ended.
     *
     * @param kind in a word
     * @param words the last of what it printed, in one line
     */
    record End(Kind kind, String words) {}

    /**
     * Runs {@code cp options -- file replacement} and tells the watcher how the replacement grows.
     *
     * @param expectedBytes how long it will be
     */
    End run(List<String> options, Path file, Path replacement, long expectedBytes, Progress progress) {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(options);
        command.addAll(List.of("--", file.toString(), replacement.toString()));
        ProcessBuilder builder = new ProcessBuilder(Tether.tied(command)).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C"); // its words are looked at
        try {
            return new Run(builder.start()).watch(file, replacement, expectedBytes, progress);
        } catch (IOException e) {
            LOG.debug("cannot run {}", program, e);
            return new End(Kind.MISSING, String.valueOf(e.getMessage()));
        }
    }

    /** One process, from its start to its end. */
    private final class Run {

        private final Process process;
        private final LastWords words;
        private final Thread ender = new Thread(this::endWithTheProgram, "end cp");
        private volatile boolean isProgramEnding;
        private boolean interrupted;

        Run(Process process) {
            this.process = process;
            this.words = new LastWords(process.getInputStream());
        }

        End watch(Path file, Path replacement, long expectedBytes, Progress progress) {
            Thread reader = new Thread(words, "words of cp");
            reader.setDaemon(true);
            reader.start();
            try {
                if (!isEndedWithTheProgram()) {
                    return new End(Kind.STOPPED, "");
                }
                Kind kind = await(file, replacement, expectedBytes, progress);
                end();
                until(() -> {
                    reader.join(UNTIL_DEAD.toMillis());
                    return true;
                });
                if (kind == Kind.FAILED && Tether.isNoProgram(process.exitValue(), words.inOneLine())) {
                    return new End(Kind.MISSING, words.inOneLine());
                }
                String stalled = kind == Kind.STALLED ? "nothing moved for " + patience.toSeconds() + " s; " : "";
                return new End(kind, stalled + words.inOneLine());
            } finally {
                end();
                forget();
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        private Kind await(Path file, Path replacement, long expectedBytes, Progress progress) {
            long bytes = -1;
            long movedAt = System.nanoTime();
            while (!hasEndedWithin(LOOK_EVERY)) {
                long now = size(replacement);
                if (now != bytes) {
                    bytes = now;
                    movedAt = System.nanoTime();
                    progress.written(file, bytes, Math.max(bytes, expectedBytes));
                }
                if (progress.isCancelled()) {
                    return Kind.CANCELLED;
                }
                if (System.nanoTime() - movedAt > patience.toNanos()) {
                    return Kind.STALLED;
                }
            }
            if (process.exitValue() == 0) {
                return Kind.DONE;
            }
            return isProgramEnding ? Kind.STOPPED : Kind.FAILED;
        }

        private boolean hasEndedWithin(Duration time) {
            return until(() -> process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS));
        }

        private void endWithTheProgram() {
            isProgramEnding = true;
            end();
        }

        /** Those that it started too, or they would keep its output open. */
        private void end() {
            if (!process.isAlive()) {
                return;
            }
            List<ProcessHandle> started = process.descendants().toList();
            process.destroyForcibly();
            started.forEach(ProcessHandle::destroyForcibly);
            if (!hasEndedWithin(UNTIL_DEAD)) {
                LOG.warn("{} (process {}) does not end, perhaps a disk hangs", program, process.pid());
            }
        }

        private boolean until(Waiting waiting) {
            try {
                return waiting.wasLongEnough();
            } catch (InterruptedException e) {
                interrupted = true;
                return until(waiting); // the mark is gone now
            }
        }

        /** It is too late for that when the program is ending. */
        private boolean isEndedWithTheProgram() {
            try {
                Runtime.getRuntime().addShutdownHook(ender);
                return true;
            } catch (IllegalStateException e) {
                LOG.debug("the program is ending, and so is cp", e);
                return false;
            }
        }

        private void forget() {
            try {
                Runtime.getRuntime().removeShutdownHook(ender);
            } catch (IllegalStateException e) {
                LOG.debug("the program is ending", e);
            }
        }
    }

    private interface Waiting {
        boolean wasLongEnough() throws InterruptedException;
    }

    private static long size(Path replacement) {
        try {
            return Files.size(replacement);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Reads whatever comes and keeps the last of it. */
    private static final class LastWords implements Runnable {

        private static final int KEPT = 1_000;

        private final InputStream from;
        private final StringBuilder kept = new StringBuilder();

        LastWords(InputStream from) {
            this.from = from;
        }

        @Override
        public void run() {
            byte[] buffer = new byte[8_192];
            try (from) {
                for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                    keep(new String(buffer, 0, read, StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                LOG.debug("cannot read on what cp prints", e);
            }
        }

        private synchronized void keep(String text) {
            kept.append(text);
            kept.delete(0, Math.max(0, kept.length() - KEPT));
        }

        synchronized String inOneLine() {
            List<String> lines = kept.toString()
                    .lines()
                    .map(line -> line.replaceAll("\\p{Cntrl}", " ").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
            return String.join("; ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
        }
    }
}
