package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.domain.audit.AuditEntry;
import io.arrtheaudio.domain.figures.Figures;
import io.arrtheaudio.domain.figures.KindFigures;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.port.in.DebugBundle;
import io.arrtheaudio.port.in.Housekeeping.Forgotten;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Lines for people.
 *
 * @param screen prints them
 * @param zone of the times in them
 */
record AdminText(Screen screen, ZoneId zone) implements AdminReport {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    @Override
    public void audit(List<AuditEntry> entries) {
        if (entries.isEmpty()) {
            screen.print("nobody asked for anything");
        }
        Columns columns = new Columns();
        for (AuditEntry entry : entries) {
            columns.add(
                    TIME.format(entry.at().atZone(zone)),
                    Shown.text(entry.who()),
                    Shown.text(entry.from()),
                    Shown.text(entry.action()),
                    Shown.text(entry.subject()),
                    Shown.text(entry.outcome()));
        }
        columns.lines().forEach(screen::print);
    }

    @Override
    public void figures(Figures figures) {
        Columns jobs = new Columns();
        jobs.add("jobs", "today", "kept");
        for (JobState state : JobState.values()) {
            boolean isEnd = state.isEnd();
            jobs.add(
                    state.word(),
                    isEnd ? grouped(figures.ended().get(state)) : "",
                    grouped(figures.kept().get(state)));
        }
        jobs.lines().forEach(screen::print);
        Columns rest = new Columns();
        figures.successPercent()
                .ifPresent(percent -> rest.add("success", String.format(Locale.ROOT, "%.1f %%", percent)));
        for (KindFigures kind : figures.kinds()) {
            rest.add(
                    kind.kind().isEmpty() ? "other files" : Shown.text(kind.kind()),
                    grouped(kind.jobs()) + " completed, " + Stopwatch.said(kind.mean()) + " each");
        }
        rest.add("jobs ever accepted", grouped(figures.accepted()));
        rest.add("answers about titles", grouped(figures.answers()));
        figures.use()
                .hitPercent()
                .ifPresent(percent -> rest.add(
                        "answers of use",
                        String.format(Locale.ROOT, "%.1f %%", percent) + " since the daemon was started"));
        rest.add(
                "changes in the journal",
                grouped(figures.journal().changes()) + ", "
                        + grouped(figures.journal().undone())
                        + " of them took another back, "
                        + ByteCount.said(figures.journal().bytes()));
        rest.add("database", ByteCount.said(figures.databaseBytes()));
        rest.lines().forEach(screen::print);
    }

    @Override
    public void cleanedUp(Forgotten forgotten, boolean dryRun) {
        String gone = dryRun ? " would be forgotten" : " forgotten";
        screen.print(counted(forgotten.jobs(), "job") + gone);
        print(forgotten.answers(), "answer", gone);
        print(forgotten.files(), "file", dryRun ? " left behind would be removed" : " left behind removed");
        print(forgotten.changes(), "change", dryRun ? " of the journal would be deleted" : " of the journal deleted");
    }

    private void print(long count, String what, String end) {
        if (count > 0) {
            screen.print(counted(count, what) + end);
        }
    }

    private static String counted(long count, String what) {
        return grouped(count) + " " + what + (count == 1 ? "" : "s");
    }

    @Override
    public void bundle(DebugBundle.Made made) {
        screen.print(Shown.path(made.file()) + ": " + String.join(", ", made.parts()));
        screen.print("look through it before you hand it on: names of your files and folders are in it");
    }

    @Override
    public void tables(Wiring.Versions versions) {
        if (versions.is() == 0) {
            screen.print("there is no database yet; it will be of version " + versions.known());
        } else if (versions.was() != versions.is()) {
            screen.print("brought from version " + versions.was() + " to " + versions.is());
        } else {
            screen.print("version " + versions.is()
                    + (versions.is() == versions.known() ? ", which is the newest" : " of " + versions.known()));
        }
    }

    @Override
    public void meaning(List<Wiring.Fact> facts) {
        Columns columns = new Columns();
        facts.forEach(fact -> columns.add(Shown.text(fact.what()), Shown.text(fact.value())));
        columns.lines().forEach(screen::print);
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
