package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.port.in.UndoRequest;
import io.arrtheaudio.port.in.UndoRequest.Extent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which changes the user wants taken back. */
final class UndoChoice {

    private static final String FILE = "FILE";
    /** What may be said together; everything else stands alone. */
    private static final Set<List<String>> PAIRS = Set.of(List.of(FILE, "--since"), List.of(FILE, "--all"));

    @Parameters(
            paramLabel = FILE,
            arity = "0..*",
            converter = FileName.class,
            description = "files whose newest change to take back")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--entry",
            paramLabel = "ID",
            converter = JournalName.class,
            description = "this entry of the journal; an undo has one too")
    private String entry = "";

    @Option(
            names = "--job",
            paramLabel = "ID",
            converter = JournalName.class,
            description = "every change made by this job of the server")
    private String job = "";

    @Option(
            names = "--batch",
            paramLabel = "ID",
            converter = JournalName.class,
            description = "every change made by this batch of the server")
    private String batch = "";

    @Option(names = "--last", description = "the newest change of all")
    private boolean last;

    // picocli leaves a field null if its option was not given.
    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = Since.Reader.class,
            description =
                    "every change since then: 30m, 2h, 3d, or 2026-01-31T18:00:00Z; with FILE only of these files")
    private Since since;

    @Option(names = "--all", description = "every change in the journal; with FILE every one of these files")
    private boolean all;

    List<Path> files() {
        return files;
    }

    String entry() {
        return entry;
    }

    /** What is wrong with the choice, if anything is. */
    Optional<String> objection() {
        List<String> said = said();
        if (said.isEmpty()) {
            return Optional.of("say what to undo: FILE, --entry, --job, --batch, --last, --since or --all");
        }
        return said.size() == 1 || PAIRS.contains(said)
                ? Optional.empty()
                : Optional.of(String.join(" and ", said) + " do not go together");
    }

    /** What to ask before so many changes are taken back; empty if the user has named each. */
    Optional<String> question() {
        if (!files.isEmpty() || !entry.isEmpty() || last) {
            return Optional.empty();
        }
        String which = since().map(from -> "since " + from.written())
                .orElse(cause().isEmpty() ? "in the journal" : "of " + cause());
        return Optional.of(Shown.text("Take back every change " + which + "?"));
    }

    UndoRequest request(Instant now) {
        return new UndoRequest(
                files, entry, cause(), since().map(from -> from.at(now)).orElse(Instant.EPOCH), extent(), false);
    }

    private Extent extent() {
        if (!entry.isEmpty() || last) {
            return Extent.NEWEST;
        }
        return files.isEmpty() || all || since().isPresent() ? Extent.EVERY : Extent.NEWEST_OF_EACH_FILE;
    }

    /** What asked for the changes, as the server writes it into the journal. */
    private String cause() {
        if (!job.isEmpty()) {
            return "job " + job;
        }
        return batch.isEmpty() ? "" : "batch " + batch;
    }

    private Optional<Since> since() {
        return Optional.ofNullable(since);
    }

    private List<String> said() {
        List<String> said = new ArrayList<>();
        note(said, FILE, !files.isEmpty());
        note(said, "--entry", !entry.isEmpty());
        note(said, "--job", !job.isEmpty());
        note(said, "--batch", !batch.isEmpty());
        note(said, "--last", last);
        note(said, "--since", since().isPresent());
        note(said, "--all", all);
        return said;
    }

    private static void note(List<String> said, String name, boolean isSaid) {
        if (isSaid) {
            said.add(name);
        }
    }
}
