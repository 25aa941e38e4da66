package io.arrtheaudio.adapter.files.archive;

import io.arrtheaudio.domain.backup.Backup;
import io.arrtheaudio.domain.backup.BackupEntry;
import io.arrtheaudio.domain.backup.BackupLabel;
import io.arrtheaudio.domain.backup.BackupPart;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The list of contents of a backup as text: what is written on it, a line each, and then a line for each file.
 *
 * <pre>
 * arrtheaudio backup 1
 * made 2026-11-25T13:46:42Z
 * program 0.1.0
 * schema 4
 * secrets no
 * file 9f86d0...b0f00a08 102400 arrtheaudio.db
 * </pre>
 */
final class ContentsText {

    /** The name of the file it stands in. */
    static final String FILE_NAME = "manifest.txt";

    /** More than it ever has. */
    static final int MOST_BYTES = 16 * 1024;

    private static final String FIRST = "arrtheaudio backup ";
    private static final String FORM = "1";
    private static final int LABEL_LINES = 5;

    private ContentsText() {}

    static String of(Backup backup) {
        BackupLabel label = backup.label();
        List<String> lines = new ArrayList<>(List.of(
                FIRST + FORM,
                "made " + label.made(),
                "program " + label.program(),
                "schema " + label.schema(),
                "secrets " + (label.withSecrets() ? "yes" : "no")));
        for (BackupEntry entry : backup.entries()) {
            lines.add("file " + entry.sha256() + " " + entry.size() + " "
                    + entry.part().fileName());
        }
        return String.join("\n", lines) + "\n";
    }

    /** @throws DamagedArchiveException if it is no such text */
    static Backup read(String text) throws DamagedArchiveException {
        List<String> lines = text.lines().toList();
        String first = lines.isEmpty() ? "" : lines.get(0);
        DamagedArchiveException.unless(first.startsWith(FIRST), "its list of contents is none");
        DamagedArchiveException.unless(
                first.equals(FIRST + FORM),
                "it is of a form that this program does not know; a newer ArrTheAudio made it");
        try {
            BackupLabel label = new BackupLabel(
                    Instant.parse(value(lines, 1, "made ")),
                    value(lines, 2, "program "),
                    Integer.parseInt(value(lines, 3, "schema ")),
                    value(lines, 4, "secrets ").equals("yes"));
            List<BackupEntry> entries = new ArrayList<>();
            for (String line : lines.subList(LABEL_LINES, lines.size())) {
                entries.add(entry(line));
            }
            return new Backup(label, entries);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new DamagedArchiveException("its list of contents is wrong: " + e.getMessage());
        }
    }

    private static String value(List<String> lines, int line, String name) throws DamagedArchiveException {
        DamagedArchiveException.unless(
                line < lines.size() && lines.get(line).startsWith(name),
                "its list of contents has no line '" + name.strip() + "'");
        return lines.get(line).substring(name.length());
    }

    private static BackupEntry entry(String line) throws DamagedArchiveException {
        String[] words = line.split(" ");
        DamagedArchiveException.unless(
                words.length == 4 && words[0].equals("file") && words[2].matches("[0-9]{1,18}"),
                "its list of contents has a wrong line");
        BackupPart part = BackupPart.named(words[3])
                .orElseThrow(() -> new DamagedArchiveException("it holds a file that belongs to no backup"));
        return new BackupEntry(part, Long.parseLong(words[2]), words[1]);
    }
}
