package io.arrtheaudio.adapter.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.journal.EntryState;
import io.arrtheaudio.domain.journal.JournalEntry;
import io.arrtheaudio.domain.title.KnownLanguage;
import io.arrtheaudio.kit.InMemoryOwnerLocks;
import io.arrtheaudio.kit.SampleChange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A program of its own that shares the database with the test; its run is called {@code run 2}. */
final class OtherProgram {

    private OtherProgram() {}

    /**
     * Data folder, then {@code record} with a name and how many changes, {@code answer} with a name and how many answers,
     * {@code begin} with a file, or {@code keep}.
     */
    public static void main(String[] arguments) throws IOException {
        try (Database database = Database.open(DatabaseSettings.in(Path.of(arguments[0])))) {
            JdbiEditJournal journal = new JdbiEditJournal(database, new InMemoryOwnerLocks().anotherRun());
            if (arguments[1].equals("record")) {
                record(journal, arguments[2], Integer.parseInt(arguments[3]));
            } else if (arguments[1].equals("answer")) {
                answer(new JdbiLanguageCache(database), arguments[2], Integer.parseInt(arguments[3]));
            } else if (arguments[1].equals("keep")) {
                database.write("keep it locked", handle -> keep());
            } else {
                journal.begin(SampleChange.of(arguments[2]).planned());
                System.out.println("begun");
                System.in.read(); // until it is killed
            }
        }
    }

    private static int keep() {
        System.out.println("kept");
        try {
            return System.in.read(); // until it is killed
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it says so. */
    static void expectLine(Process program, String line) throws IOException {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8));
        assertThat(output.readLine()).isEqualTo(line);
    }

    private static void record(JdbiEditJournal journal, String name, int changes) {
        for (int i = 0; i < changes; i++) {
            SampleChange change = SampleChange.of(name + "-" + i + ".mkv");
            JournalEntry entry = journal.begin(change.planned());
            journal.end(entry, EntryState.DONE, change.after());
        }
    }

    private static void answer(JdbiLanguageCache cache, String name, int answers) {
        for (int i = 0; i < answers; i++) {
            cache.put(new KnownLanguage(name + " " + i, OriginalLanguage.UNKNOWN, Instant.ofEpochSecond(i)));
            cache.put(new KnownLanguage("a title of all", OriginalLanguage.UNKNOWN, Instant.ofEpochSecond(i)));
        }
    }

    /** Starts it. */
    static Process start(Path tempFolder, String... arguments) throws IOException {
        return start(OtherProgram.class, 64, tempFolder, List.of(arguments));
    }

    /** Starts another one with so much heap, in MiB. */
    static Process start(Class<?> program, int heap, Path tempFolder, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap + "m",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + tempFolder,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                program.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
