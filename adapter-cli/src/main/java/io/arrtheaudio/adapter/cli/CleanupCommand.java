package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.port.in.Housekeeping;
import io.arrtheaudio.port.in.Housekeeping.CleanUp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Forgets what is old. */
@Command(
        name = "cleanup",
        description = {
            "Forgets jobs that ended as long ago as the settings say, or longer than a time; the daemon does so by itself."
                    + " Answers about titles that do not hold any more, and files that a program which was killed has left"
                    + " in libraries and folders for temporary files, go too.",
            "Changes stay in the journal, so that undo can take them back, unless --journal-older-than says otherwise."
        })
final class CleanupCommand implements Callable<Integer> {

    private final Invocation invocation;

    // picocli leaves a field null if its option was not given.
    @Option(
            names = "--older-than",
            paramLabel = "TIME",
            converter = Since.Reader.class,
            description = "jobs that ended before that, however they ended: 30d, or a moment")
    private Since olderThan;

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            split = ",",
            converter = OneOf.End.class,
            completionCandidates = OneOf.End.class,
            description = "only jobs that ended so: completed, failed, cancelled, with commas between them")
    private List<String> states = List.of();

    @Option(
            names = "--journal-older-than",
            paramLabel = "TIME",
            converter = Since.Reader.class,
            description = "changes before that too, which cannot be taken back any more then: 365d, or a moment")
    private Since journalOlderThan;

    @Option(names = "--dry-run", description = "only tell how much would go")
    private boolean dryRun;

    @Option(names = "--yes", description = "do not ask")
    private boolean yes;

    @Option(names = "--json", description = "print one JSON object a line")
    private boolean json;

    CleanupCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        CleanUp wish = new CleanUp(
                age(Optional.ofNullable(olderThan)), ends(), age(Optional.ofNullable(journalOlderThan)), dryRun);
        boolean asksFirst = !dryRun && !yes;
        if (asksFirst && !wish.journalAge().isPresent()) {
            Consent consent = ask("forget " + jobs() + "?");
            return consent == Consent.GIVEN ? cleanUp(wish, false) : consent.exitCode();
        }
        return cleanUp(wish, asksFirst);
    }

    /** @param asksFirst whether somebody must agree to how many changes go */
    private int cleanUp(CleanUp wish, boolean asksFirst) {
        try (Wiring.Admin admin = invocation.administer()) {
            Housekeeping keeping = admin.housekeeping().get();
            if (asksFirst) {
                long changes = keeping.cleanUp(wish.counted()).changes();
                Consent consent = ask("forget " + jobs() + ", and " + String.format(Locale.ROOT, "%,d", changes)
                        + " changes of the journal, which cannot be taken back any more then?");
                if (consent != Consent.GIVEN) {
                    return consent.exitCode();
                }
            }
            AdminReport.of(json, invocation.screen()).cleanedUp(keeping.cleanUp(wish), dryRun);
            return ExitCode.DONE;
        }
    }

    private Optional<Duration> age(Optional<Since> since) {
        Instant now = invocation.clock().instant();
        return since.map(moment -> Duration.between(moment.at(now), now))
                .map(age -> age.isNegative() ? Duration.ZERO : age);
    }

    private Set<JobState> ends() {
        return states.stream()
                .map(word -> JobState.valueOf(word.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }

    private String jobs() {
        String when =
                olderThan == null ? "as long ago as the settings say" : "before " + Shown.text(olderThan.written());
        return "all jobs that ended " + (states.isEmpty() ? "" : "as " + String.join(" or ", states) + " ") + when;
    }

    private Consent ask(String question) {
        return Consent.ask(invocation.screen(), "cleanup forgets jobs", " to let it", question);
    }
}
