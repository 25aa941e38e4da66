package io.arrtheaudio.adapter.files;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.port.out.Replacements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Tries in a folder what changing a file there would need, with files of its own that are gone afterwards. */
final class WriteTrial {

    /** Enough that a disk gives it a block to share. */
    private static final int LENGTH = 16 * 1024;

    private final Path folder;
    private final String subject;
    private final Replacements replacements;
    private final List<Finding> findings = new ArrayList<>();
    private final Path file;
    private final Path otherName;
    private final Path shared;

    WriteTrial(Path folder, String subject, Replacements replacements) {
        this.folder = folder;
        this.subject = subject;
        this.replacements = replacements;
        this.file = unusedName();
        this.otherName = unusedName();
        this.shared = unusedName();
    }

    private Path unusedName() {
        String chance = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        return folder.resolve(".arrtheaudio-" + chance + ".part");
    }

    /**
     * Tries it.
     *
     * @param well is told in a few words what works, and what does not but need not
     */
    List<Finding> findings(List<String> well) {
        try {
            Files.write(file, new byte[LENGTH], StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            well.add("hard links " + (tellsTrueNames() ? "yes" : "no"));
            well.add("reflinks " + (canShare() ? "yes" : "no"));
        } catch (IOException e) {
            findings.add(Finding.problem(
                    subject,
                    "nothing can be written to it: " + DiskProblem.of(folder, e),
                    "give " + System.getProperty("user.name") + " permission to write to it and to the files in it, and"
                            + " see that the disk is mounted for writing and not full"));
        } finally {
            List.of(shared, otherName, file).forEach(this::remove);
        }
        return findings;
    }

    /** Whether files can have several names; where they can, the disk must tell how many. */
    private boolean tellsTrueNames() throws IOException {
        try {
            Files.createLink(otherName, file);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
        int told = DiskFacts.of(file).links();
        if (told != 2) {
            findings.add(Finding.warning(
                    subject,
                    "of a file with 2 names the disk says that it has "
                            + (told == 0 ? "an unknown number" : String.valueOf(told)),
                    "files that are still seeded cannot be told from others there: keep those elsewhere"));
        }
        return true;
    }

    private boolean canShare() {
        try {
            return replacements.share(file, shared);
        } catch (AudioFixException e) {
            return false;
        }
    }

    private void remove(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            findings.add(Finding.warning(
                    subject,
                    "the file " + path.getFileName() + " was left there: " + DiskProblem.of(path, e),
                    "remove it by hand, and let files that were made there be removed"));
        }
    }
}
