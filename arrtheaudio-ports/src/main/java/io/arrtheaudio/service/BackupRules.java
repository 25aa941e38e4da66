package io.arrtheaudio.service;

import java.time.ZoneId;
import java.util.Objects;

/**
 * How backups are marked.
 *
 * @param program the version of this program
 * @param zone of the time in their names
 */
public record BackupRules(String program, ZoneId zone) {

    /** Checks the values. */
    public BackupRules {
        Objects.requireNonNull(program, "program");
        Objects.requireNonNull(zone, "zone");
    }
}
