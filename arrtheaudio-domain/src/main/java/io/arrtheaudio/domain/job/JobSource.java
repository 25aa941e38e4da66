package io.arrtheaudio.domain.job;

import java.util.Locale;

/** What asked for a job. */
public enum JobSource {
    /** A webhook of Sonarr. */
    SONARR,
    /** A webhook of Radarr. */
    RADARR,
    /** The custom script that one of them runs. */
    HOOK,
    /** A person, for single files. */
    MANUAL,
    /** A batch that a person started. */
    BATCH,
    /** A batch that the program starts by itself. */
    SCHEDULE;

    /** The word for it in output and statistics: {@code sonarr}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
