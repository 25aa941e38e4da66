package io.arrtheaudio.bench;

import io.arrtheaudio.bench.page.Part;
import io.arrtheaudio.bench.page.Work;
import io.arrtheaudio.service.HardlinkRule;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file with two names, of which one gets a changed copy: on a disk that copies, and on one that shares bytes. */
final class LinkRace implements Part {

    private static final int MEGABYTES = 300;
    private static final int ROUNDS = 7;

    @Override
    public void run(Work work) throws Exception {
        int megabytes = work.effort().count(MEGABYTES);
        int rounds = work.effort().rounds(ROUNDS);
        Path folder = work.folder();
        work.report()
                .table(
                        "MKV of " + megabytes + " MB with two names, `hardlinks: copy`, " + rounds + " times",
                        "ms min / median / max");
        work.report()
                .row(
                        "the disk of the temporary files ("
                                + Files.getFileStore(folder).type() + ")",
                        race(folder, megabytes, rounds));
        try (SharingDisk disk = SharingDisk.in(folder)) {
            work.report()
                    .row(
                            "btrfs, where copies share their bytes",
                            disk.isMounted()
                                    ? race(disk.root(), megabytes, rounds)
                                    : "not measured: no such disk could be mounted");
        }
    }

    private static Race race(Path where, int megabytes, int rounds) throws Exception {
        Path file = new Films(where).real("mkv", megabytes);
        Path other = where.resolve("seeding.mkv");
        try (Program program = Program.in(where.resolve("links-data"), HardlinkRule.COPY)) {
            Switching switching = new Switching(program, file);
            Race race = Race.of(rounds, () -> link(file, other), switching);
            Files.delete(file);
            Files.delete(other);
            return race;
        }
    }

    /** Gives the file its second name, and lets the disk come to rest. */
    private static Path link(Path file, Path other) throws Exception {
        Files.deleteIfExists(other);
        Files.createLink(other, file);
        Tool.run("sync");
        return other;
    }
}
