package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.domain.audit.AuditEntry;
import io.arrtheaudio.domain.figures.Figures;
import io.arrtheaudio.port.in.DebugBundle;
import io.arrtheaudio.port.in.Housekeeping.Forgotten;
import java.time.ZoneId;
import java.util.List;

/** Shows what admin commands found, for people or for programs. One thread at a time. */
interface AdminReport {

    static AdminReport of(boolean json, Screen screen) {
        return json ? new AdminJson(new JsonReport(screen)) : new AdminText(screen, ZoneId.systemDefault());
    }

    /** Who asked for what. */
    void audit(List<AuditEntry> entries);

    /** How much was done. */
    void figures(Figures figures);

    /** What was forgotten, or would be. */
    void cleanedUp(Forgotten forgotten, boolean dryRun);

    /** A debug bundle that was made. */
    void bundle(DebugBundle.Made made);

    /** Which version the tables of the database have. */
    void tables(Wiring.Versions versions);

    /** What settings mean. */
    void meaning(List<Wiring.Fact> facts);
}
