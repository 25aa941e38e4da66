package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.domain.backup.Backup;
import io.arrtheaudio.domain.backup.BackupEntry;
import io.arrtheaudio.domain.backup.BackupFile;
import io.arrtheaudio.domain.backup.BackupPart;
import io.arrtheaudio.port.in.BackupDesk.Restored;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Backups, as people read of them. */
final class BackupText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private BackupText() {}

    /** When it was made. */
    static String time(Backup backup, ZoneId zone) {
        return TIME.format(backup.label().made().atZone(zone));
    }

    static List<String> lines(BackupFile made) {
        List<String> lines = new ArrayList<>();
        lines.add(Shown.path(made.file()) + ": " + ByteCount.said(made.size()));
        Columns columns = new Columns();
        for (BackupEntry entry : made.backup().entries()) {
            columns.add("", entry.part().fileName(), ByteCount.said(entry.size()));
        }
        lines.addAll(columns.lines());
        if (!made.backup().label().withSecrets()) {
            lines.add("without keys and other secrets; --with-secrets takes them in");
        }
        return lines;
    }

    static List<String> lines(Restored restored, ZoneId zone) {
        List<String> lines = new ArrayList<>();
        lines.add("the backup of " + time(restored.backup(), zone) + " by version "
                + Shown.text(restored.backup().label().program()) + " is in place");
        lines.add("what was there before is in " + Shown.path(restored.replaced()));
        if (restored.backup().has(BackupPart.SETTINGS)) {
            lines.add("its settings are in "
                    + Shown.path(restored.replaced().resolveSibling(BackupPart.SETTINGS.fileName()))
                    + "; they are not used there");
        }
        return lines;
    }
}
