package io.arrtheaudio.domain.backup;

import java.time.Instant;
import java.util.Objects;

/**
 * What is written on a backup.
 *
 * @param made when
 * @param program the version of the program that made it
 * @param schema the version of its tables
 * @param withSecrets whether keys are in it
 */
public record BackupLabel(Instant made, String program, int schema, boolean withSecrets) {

    /** Checks the values. */
    public BackupLabel {
        Objects.requireNonNull(made, "made");
        if (program.isBlank()
                || !program.equals(program.strip())
                || program.lines().count() > 1) {
            throw new IllegalArgumentException("program was '" + program + "' but must be one line");
        }
        if (schema < 1) {
            throw new IllegalArgumentException("schema was " + schema + " but must be 1 or more");
        }
    }
}
