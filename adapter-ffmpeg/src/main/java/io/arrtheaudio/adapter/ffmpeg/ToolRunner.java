package io.arrtheaudio.adapter.ffmpeg;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs tools, the only class that does any work by one. No shell is involved; standard input is closed; both output streams are read at the
 * same time and kept in bounded memory; the language of messages is English.
 *
 * <p>A tool and its children are ended when it gets no further for too long, prints without end, the watcher cancels, the
 * thread is interrupted, something fails here, or this program ends by itself or by a signal that it can catch. After SIGKILL
 * or a crash of this program the tool, though not its children, is ended by the kernel ({@link Tether}). It never writes to a
 * user's file; what it leaves lies under the name of a replacement, which the next start removes.
 *
 * <p>Thread-safe.
 */
final class ToolRunner {

    /** No real answer is longer: a file with a thousand chapters makes some 200 kB. */
    private static final int LONGEST_ANSWER = 8 * 1024 * 1024;

    private static final int LAST_COMPLAINTS = 64 * 1024;
    private static final long MOST_PRINTED = 64L * 1024 * 1024;
    private static final int LOOK_MILLIS = 50;
    private static final int LAST_WORDS_MILLIS = 2_000;
    /** What would change how tools talk, or make them write files of their own. */
    private static final String UNWANTED = "FFREPORT|AV_LOG_\\w+|LANGUAGE|LANG|LC_\\w+|(MTX|MKV)\\w*";

    /**
     * Runs a tool to its end, however it ends by itself.
     *
     * @throws AudioFixException {@code FIX_SETTINGS} if it cannot be started or prints without end, {@code RETRY_LATER}
     *     if it was ended before it was done
     */
    ToolResult run(ToolCall call) {
        Process process = start(call);
        AtomicBoolean isProgramEnding = new AtomicBoolean();
        Thread atExit = new Thread(
                () -> {
                    isProgramEnding.set(true);
                    end(process);
                },
                "end-tool");
        boolean isHooked = false;
        try {
            isHooked = endWithProgram(atExit);
            if (!isHooked) {
                throw stopping(call);
            }
            ToolResult result = watched(call, process);
            if (isProgramEnding.get() && result.exit() != 0) {
                throw stopping(call);
            }
            return result;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ended(call, "it was interrupted");
        } finally {
            end(process);
            if (isHooked) {
                forget(atExit);
            }
        }
    }

    private static Process start(ToolCall call) {
        ProcessBuilder builder = new ProcessBuilder(Tether.tied(call.command()));
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.matches(UNWANTED));
        environment.put("LC_ALL", "C.UTF-8");
        try {
            Process process = builder.start();
            closeInput(process);
            return process;
        } catch (IOException e) {
            throw notStarted(call, e);
        }
    }

    private static AudioFixException notStarted(ToolCall call, IOException why) {
        return new AudioFixException(
                Remedy.FIX_SETTINGS,
                "cannot " + call.attempt() + ": " + call.program() + " cannot be started (" + why.getMessage()
                        + "); is it a program for this machine?",
                why);
    }

    private static void closeInput(Process process) {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // it has ended already; how, its exit code tells
        }
    }

    private static ToolResult watched(ToolCall call, Process process) throws InterruptedException {
        Printed output = Printed.firstOf(process.getInputStream(), LONGEST_ANSWER);
        Printed complaints = Printed.lastOf(process.getErrorStream(), LAST_COMPLAINTS);
        long pulse = call.watch().pulse(0);
        long moved = System.nanoTime();
        while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            if (call.watch().isCancelled()) {
                throw ended(call, "it was cancelled");
            }
            if (output.count() + complaints.count() > MOST_PRINTED) {
                throw endless(call);
            }
            long now = call.watch().pulse(output.count());
            moved = now == pulse ? moved : System.nanoTime();
            pulse = now;
            if (System.nanoTime() - moved > call.patience().toNanos()) {
                throw ended(call, "it got no further for " + call.patience().toMillis() / 1000.0 + " seconds");
            }
        }
        output.await(LAST_WORDS_MILLIS);
        complaints.await(LAST_WORDS_MILLIS);
        if (output.isCutOff()) {
            throw endless(call);
        }
        ToolResult result = new ToolResult(process.exitValue(), output.text(), complaints.text());
        if (Tether.isNoProgram(result.exit(), result.complaints())) {
            throw notStarted(call, new IOException(result.lastWords()));
        }
        return result;
    }

    private static AudioFixException ended(ToolCall call, String why) {
        return new AudioFixException(
                Remedy.RETRY_LATER,
                "cannot " + call.attempt() + ": " + call.program() + " was ended because " + why
                        + "; it can be tried again");
    }

    private static AudioFixException stopping(ToolCall call) {
        return AudioFixException.stopping("cannot " + call.attempt() + ": " + call.program()
                + " was ended because this program is being stopped; it can be tried again");
    }

    private static AudioFixException endless(ToolCall call) {
        return new AudioFixException(
                Remedy.FIX_SETTINGS,
                "cannot " + call.attempt() + ": " + call.program()
                        + " prints more than any real answer; is it the tool " + "that its name says?");
    }

    /** With its children, which nobody could find any more once it is gone; nothing happens if it has ended. */
    private static void end(Process process) {
        if (!process.isAlive()) {
            return;
        }
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        process.onExit()
                .completeOnTimeout(process, LAST_WORDS_MILLIS, TimeUnit.MILLISECONDS) // it may hang in a dead disk
                .join();
    }

    /** Whether that can still be arranged. */
    private static boolean endWithProgram(Thread atExit) {
        try {
            Runtime.getRuntime().addShutdownHook(atExit);
            return true;
        } catch (IllegalStateException e) {
            return false; // the program is ending; no more hooks
        }
    }

    private static void forget(Thread atExit) {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // the program is ending; the hook finds nothing to do
        }
    }
}
