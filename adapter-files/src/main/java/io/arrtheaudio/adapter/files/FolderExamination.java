package io.arrtheaudio.adapter.files;

import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.port.out.Replacements;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** One look at one folder. What is well is told in one line, each thing that is not in one of its own. */
final class FolderExamination {

    /** File systems that pass on what another one tells, or make it up (proc(5) "filesystems", FUSE and kernel modules). */
    private static final Pattern SECOND_HAND = Pattern.compile(
            "nfs.*|cifs|smb.*|9p|afs|ceph|coda|ncpfs|lustre|gluster.*|virtiofs|vboxsf|drvfs|prl_fs|vmhgfs"
                    + "|fuse.*|overlay.*|aufs|unionfs|mergerfs|shfs|ecryptfs|macfuse|osxfuse|webdav");

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
        Optional<Finding> closed = new FolderAccess(folder, subject).problem();
        closed.ifPresent(findings::add);
        if (closed.isEmpty()) {
            lookAtDisk();
            findings.addAll(new WriteTrial(folder, subject, replacements).findings(well));
            if (!well.isEmpty()) {
                findings.add(0, Finding.ok(subject, String.join(", ", well)));
            }
        }
        return findings;
    }

    private void lookAtDisk() {
        try {
            FileStore disk = Files.getFileStore(folder);
            lookAtType(disk.type());
            well.add(Space.of(disk).words());
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

    private void warning(String found, String remedy) {
        findings.add(Finding.warning(subject, found, remedy));
    }
}
