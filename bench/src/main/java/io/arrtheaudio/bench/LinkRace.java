package io.arrtheaudio.bench;

import io.arrtheaudio.service.HardlinkRule;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file with two names, of which one gets a changed copy: on a disk that copies, and on one that shares bytes. */
final class LinkRace {

    private static final int MEGABYTES = 300;
    private static final int ROUNDS = 7;

    private final Path folder;
    private final PrintStream out;

    LinkRace(Path folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    void run() throws Exception {
        out.println("| MKV of " + MEGABYTES + " MB with two names, `hardlinks: copy`, " + ROUNDS
                + " times | ms min / median / max |");
        out.println("|---|---|");
        out.println("| the disk of the temporary files ("
                + Files.getFileStore(folder).type() + ") | " + race(folder) + " |");
        try (SharingDisk disk = SharingDisk.in(folder)) {
            out.println("| btrfs, where copies share their bytes | "
                    + (disk.isMounted() ? race(disk.root()).toString() : "not measured: no such disk could be mounted")
                    + " |");
        }
    }

    private static Race race(Path where) throws Exception {
        Path file = new Samples(where).real("mkv", MEGABYTES);
        Path other = where.resolve("seeding.mkv");
        try (Program program = Program.in(where.resolve("links-data"), HardlinkRule.COPY)) {
            Switching switching = new Switching(program, file);
            Race race = Race.of(ROUNDS, () -> link(file, other), switching);
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
