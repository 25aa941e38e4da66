package io.arrtheaudio.adapter.javalin;

import io.arrtheaudio.port.in.ArrDesk;
import io.arrtheaudio.port.in.AuditDesk;
import io.arrtheaudio.port.in.BackupRound;
import io.arrtheaudio.port.in.BatchDesk;
import io.arrtheaudio.port.in.HealthBoard;
import io.arrtheaudio.port.in.Housekeeping;
import io.arrtheaudio.port.in.JobDesk;
import io.arrtheaudio.port.in.LibraryFiles;
import io.arrtheaudio.port.in.ScheduleBoard;
import io.arrtheaudio.port.in.Statistics;
import io.arrtheaudio.port.in.ThreadReport;
import io.arrtheaudio.port.in.UndoEdits;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/**
 * What a launcher hands to the server.
 *
 * @param desks answer what is asked
 * @param hooks what only a launcher knows
 */
public record ServerParts(Desks desks, Hooks hooks) {

    /** Checks the values. */
    public ServerParts {
        Objects.requireNonNull(desks, "desks");
        Objects.requireNonNull(hooks, "hooks");
    }

    /**
     * Who answers what is asked.
     *
     * @param arr webhooks
     * @param jobs jobs
     * @param batches batches
     * @param files looking into single files
     * @param undo taking changes back
     * @param health how the program is
     * @param housekeeping forgetting
     * @param audit who asked for what
     * @param backups backups where the settings say
     * @param threads what the program does at this moment
     * @param statistics how much was done
     * @param schedules what the program does by itself
     */
    public record Desks(
            ArrDesk arr,
            JobDesk jobs,
            BatchDesk batches,
            LibraryFiles files,
            UndoEdits undo,
            HealthBoard health,
            Housekeeping housekeeping,
            AuditDesk audit,
            BackupRound backups,
            ThreadReport threads,
            Statistics statistics,
            ScheduleBoard schedules) {

        /** Checks the values. */
        public Desks {
            Objects.requireNonNull(arr, "arr");
            Objects.requireNonNull(jobs, "jobs");
            Objects.requireNonNull(batches, "batches");
            Objects.requireNonNull(files, "files");
            Objects.requireNonNull(undo, "undo");
            Objects.requireNonNull(health, "health");
            Objects.requireNonNull(housekeeping, "housekeeping");
            Objects.requireNonNull(audit, "audit");
            Objects.requireNonNull(backups, "backups");
            Objects.requireNonNull(threads, "threads");
            Objects.requireNonNull(statistics, "statistics");
            Objects.requireNonNull(schedules, "schedules");
        }
    }

    /**
     * What only a launcher knows.
     *
     * @param version of the program
     * @param readiness whether work is done by now; asked at every {@code /health/ready}, so it must answer at once
     * @param reload reads the settings again
     * @param logLevels how much is logged
     * @param metrics makes the page at {@code /metrics}
     * @param observer is told about every answer
     */
    public record Hooks(
            String version,
            BooleanSupplier readiness,
            SettingsReload reload,
            LogLevels logLevels,
            MetricsPage metrics,
            RequestObserver observer) {

        /** Checks the values. */
        public Hooks {
            Objects.requireNonNull(version, "version");
            Objects.requireNonNull(readiness, "readiness");
            Objects.requireNonNull(reload, "reload");
            Objects.requireNonNull(logLevels, "logLevels");
            Objects.requireNonNull(metrics, "metrics");
            Objects.requireNonNull(observer, "observer");
        }

        /** Always ready, nothing to reload, a log of somebody else's, no metrics, nobody told. */
        public static Hooks none(String version) {
            return new Hooks(
                    version, () -> true, SettingsReload.NONE, LogLevels.NONE, MetricsPage.NONE, RequestObserver.NONE);
        }
    }
}
