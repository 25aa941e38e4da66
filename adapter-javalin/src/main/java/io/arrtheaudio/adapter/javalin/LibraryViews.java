package io.arrtheaudio.adapter.javalin;

import io.arrtheaudio.domain.audit.AuditEntry;
import io.arrtheaudio.port.in.Housekeeping;
import io.arrtheaudio.port.in.Inspection;
import java.util.List;

/** What is told about files and about the server itself. */
final class LibraryViews {

    private LibraryViews() {}

    /** What is in a file and what would become of it. */
    record InspectionView(
            @About("the file") String file,
            @About("what its content is") String container,

            @About("would_change, already_correct or no_match")
            String outcome,

            @About("why") ExplanationView explanation) {

        static InspectionView of(Inspection inspection) {
            return new InspectionView(
                    inspection.media().path().toString(),
                    inspection.media().container().extensions().get(0),
                    inspection.choice().fold(found -> "would_change", keep -> "already_correct", none -> "no_match"),
                    ExplanationView.of(inspection.choice().explanation()));
        }
    }

    /** What was forgotten. */
    record CleanupView(
            @About("how many jobs, with the webhooks and batches that had no other jobs")
            long jobs,

            @About("how many entries of who asked for what") long audit,

            @About("how many answers about titles that did not hold any more")
            long answers,

            @About("how many files that a program which was killed had left")
            long files,

            @About("how many entries of the journal") long changes,
            @About("whether it was only counted") boolean dryRun) {

        static CleanupView of(Housekeeping.Forgotten forgotten, boolean dryRun) {
            return new CleanupView(
                    forgotten.jobs(),
                    forgotten.audit(),
                    forgotten.answers(),
                    forgotten.files(),
                    forgotten.changes(),
                    dryRun);
        }
    }

    /** What has changed in the settings. */
    record ReloadView(
            @About("which settings were taken over") List<String> reloaded,

            @About("which have changed too, but need a restart")
            List<String> restartNeeded) {

        static ReloadView of(SettingsReload.Reloaded reloaded) {
            return new ReloadView(reloaded.used(), reloaded.waiting());
        }
    }

    /** Who asked for what. */
    record AuditView(@About("the newest first") List<AuditEntryView> entries) {}

    /** One thing that somebody asked for. */
    record AuditEntryView(
            @About("when") String at,
            @About("which key was shown, in words") String who,
            @About("what was asked for") String action,
            @About("what it was about") String subject,
            @About("the address of the client") String from,
            @About("what became of it") String outcome) {

        static AuditEntryView of(AuditEntry entry) {
            return new AuditEntryView(
                    Words.moment(entry.at()),
                    entry.who(),
                    entry.action(),
                    entry.subject(),
                    entry.from(),
                    entry.outcome());
        }
    }
}
