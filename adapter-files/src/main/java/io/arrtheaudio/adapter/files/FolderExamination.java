package io.arrtheaudio.adapter.files;

import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.port.out.Replacements;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** One look at one folder. What is well is told in one line, each thing that is not in one of its own. */
final class FolderExamination {

    /** File systems that pass on what another one tells, or make it up (proc(5) "filesystems", FUSE and kernel modules). */
    private static final Pattern SECOND_HAND = Pattern.compile(
            "nfs.*|cifs|smb.*|9p|afs|ceph|coda|ncpfs|lustre|gluster.*|virtiofs|vboxsf|drvfs|prl_fs|vmhgfs"
                    + "|fuse.*|overlay.*|aufs|unionfs|mergerfs|shfs|ecryptfs|macfuse|osxfuse|webdav");

    private static final long LITTLE_SPACE = 1_000_000_000;
    private static final int LITTLE_PERCENT = 2;

    private final Path folder;
    private final Replacements replacements;
    private final String subject;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> well = new ArrayList<>();

    FolderExamination(Path folder, Replacements replacements) {
        this.folder = folder;
        this.replacements = replacements;
        this.subject = "library " + folder;
    }

    List<Finding> findings() {
        if (isFolder() && isReadable()) {
            lookAtDisk();
            findings.addAll(new WriteTrial(folder, subject, replacements).findings(well));
            if (!well.isEmpty()) {
                findings.add(0, Finding.ok(subject, String.join(", ", well)));
            }
        }
        return findings;
    }

    private boolean isFolder() {
        if (Files.isDirectory(folder)) {
            return true;
        }
        if (Files.exists(folder)) {
            problem("it is a file and no folder", "name the folder in the settings, not something in it");
        } else if (Files.notExists(folder)) {
            problem("there is no such folder", "mount the disk it is on, or correct its path in the settings");
        } else {
            problem("this user may not look there", "give " + user() + " permission to enter the folders above it");
        }
        return false;
    }

    private boolean isReadable() {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            entries.iterator().hasNext();
            return true;
        } catch (IOException e) {
            problem(
                    "it cannot be read: " + DiskProblem.of(folder, e),
                    "give " + user() + " permission to read and enter it");
            return false;
        }
    }

    private void lookAtDisk() {
        try {
            FileStore disk = Files.getFileStore(folder);
            lookAtType(disk.type());
            lookAtSpace(disk.getUsableSpace(), disk.getTotalSpace());
        } catch (IOException e) {
            warning(
                    "the disk tells nothing about itself: " + DiskProblem.of(folder, e),
                    "look whether it is mounted as it should be");
        }
    }

    private void lookAtType(String type) {
        well.add(type.isEmpty() ? "unknown file system" : type);
        if (isSecondHand(type)) {
            warning(
                    "its file system is " + type + ", where the number of names of a file may not be true",
                    "before files that are still seeded lie there: give one a second name and see whether"
                            + " stat -c %h tells 2; if not, use the disk behind it");
        }
    }

    /** Whether a file system of this type may tell untrue numbers of names. */
    static boolean isSecondHand(String type) {
        return SECOND_HAND.matcher(type.toLowerCase(Locale.ROOT)).matches();
    }

    private void lookAtSpace(long free, long total) {
        String told = gigabytes(free) + " free";
        boolean isLittle = free < LITTLE_SPACE || free < total / 100 * LITTLE_PERCENT;
        if (isLittle) {
            warning(
                    told + " of " + gigabytes(total),
                    "make room: where a file must be copied before it is changed, the copy needs as much as the file");
        } else {
            well.add(told);
        }
    }

    private static String gigabytes(long bytes) {
        return bytes < 1_000_000_000_000L
                ? String.format(Locale.ROOT, "%.1f GB", bytes / 1e9)
                : String.format(Locale.ROOT, "%.1f TB", bytes / 1e12);
    }

    private static String user() {
        return System.getProperty("user.name");
    }

    private void problem(String found, String remedy) {
        findings.add(Finding.problem(subject, found, remedy));
    }

    private void warning(String found, String remedy) {
        findings.add(Finding.warning(subject, found, remedy));
    }
}
