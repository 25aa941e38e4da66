package io.arrtheaudio.adapter.files.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.journal.EntryState;
import io.arrtheaudio.domain.journal.JournalEntry;
import io.arrtheaudio.kit.SampleChange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A program of its own that shares folders with the test. */
final class OtherRun implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private OtherRun(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Does one of: hold LOCKS, ask LOCKS NAME..., keep LOCKS FILE, record LOCKS JOURNAL NAME CHANGES, forever LOCKS JOURNAL NAME. */
    public static void main(String[] arguments) throws IOException {
        try (LockFiles run = LockFiles.in(Path.of(arguments[1]))) {
            switch (arguments[0]) {
                case "hold" -> {
                    System.out.println(run.mine());
                    System.in.read(); // until it is killed
                }
                case "ask" ->
                    System.out.println(Stream.of(arguments)
                            .skip(2)
                            .map(name -> String.valueOf(run.isFree(name)))
                            .collect(Collectors.joining(" ")));
                case "record" -> record(run, arguments, Integer.parseInt(arguments[4]));
                case "keep" ->
                    new FolderTurn(Path.of(arguments[2]), Duration.ZERO).take(last -> {
                        System.out.println("kept");
                        return System.in.read(); // until it is killed
                    });
                default -> record(run, arguments, Integer.MAX_VALUE);
            }
        }
    }

    /** Tells what has begun and ended, each when it is on disk. */
    private static void record(LockFiles run, String[] arguments, int changes) {
        FileEditJournal journal = FileEditJournal.in(Path.of(arguments[2]), run);
        for (int i = 0; i < changes; i++) {
            SampleChange change = SampleChange.of(arguments[3] + "-" + i + ".mkv");
            JournalEntry entry = journal.begin(change.planned());
            System.out.println("begun " + entry.id() + " " + change.file().path());
            journal.end(entry, EntryState.DONE, change.after());
            System.out.println("ended " + entry.id() + " " + change.file().path());
        }
    }

    /** Starts one. */
    static OtherRun start(String what, Path folder, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                OtherRun.class.getName(),
                what,
                folder.toString()));
        command.addAll(List.of(more));
        return new OtherRun(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** The next line that it says. */
    String line() throws IOException {
        return output.readLine();
    }

    /** What it says until it ends. */
    List<String> lines() {
        return output.lines().toList();
    }

    /** What it has said can still be read. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }

    int exitValue() throws InterruptedException {
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
