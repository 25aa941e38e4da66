package io.arrtheaudio.adapter.javalin;

import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.port.in.ArrDesk;
import io.arrtheaudio.port.in.AuditDesk;
import io.arrtheaudio.port.in.BatchDesk;
import io.arrtheaudio.port.in.HealthDesk;
import io.arrtheaudio.port.in.Housekeeping;
import io.arrtheaudio.port.in.JobDesk;
import io.arrtheaudio.port.in.LibraryFiles;
import io.arrtheaudio.port.in.UndoEdits;
import java.time.Duration;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

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
     * @param health looking after what is needed
     * @param housekeeping forgetting
     * @param audit who asked for what
     */
    public record Desks(
            ArrDesk arr,
            JobDesk jobs,
            BatchDesk batches,
            LibraryFiles files,
            UndoEdits undo,
            HealthDesk health,
            Housekeeping housekeeping,
            AuditDesk audit) {

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
        }
    }

    /**
     * What only a launcher knows.
     *
     * @param version of the program
     * @param readiness whether work is done by now; asked at every {@code /health/ready}, so it must answer at once
     * @param reload reads the settings again
     * @param metrics makes the page at {@code /metrics}
     * @param observer is told about every answer
     * @param vital whether nothing works at all while this is a problem
     * @param healthPeriod how often everything is looked at
     */
    public record Hooks(
            String version,
            BooleanSupplier readiness,
            SettingsReload reload,
            MetricsPage metrics,
            RequestObserver observer,
            Predicate<Finding> vital,
            Duration healthPeriod) {

        /** Checks the values. */
        public Hooks {
            Objects.requireNonNull(version, "version");
            Objects.requireNonNull(readiness, "readiness");
            Objects.requireNonNull(reload, "reload");
            Objects.requireNonNull(metrics, "metrics");
            Objects.requireNonNull(observer, "observer");
            Objects.requireNonNull(vital, "vital");
            if (healthPeriod.isNegative() || healthPeriod.isZero()) {
                throw new IllegalArgumentException("health period was " + healthPeriod + " but must be positive");
            }
        }

        /** Always ready, nothing to reload, no metrics, nobody told, nothing vital; looks every 30 seconds. */
        public static Hooks none(String version) {
            return new Hooks(
                    version,
                    () -> true,
                    SettingsReload.NONE,
                    MetricsPage.NONE,
                    RequestObserver.NONE,
                    finding -> false,
                    Duration.ofSeconds(30));
        }
    }
}
