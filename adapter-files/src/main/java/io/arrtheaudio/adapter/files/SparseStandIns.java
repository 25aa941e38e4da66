package io.arrtheaudio.adapter.files;

import io.arrtheaudio.adapter.files.header.HeaderReader;
import io.arrtheaudio.adapter.files.header.Purpose;
import io.arrtheaudio.adapter.files.matroska.MatroskaFormat;
import io.arrtheaudio.domain.edit.FileIdentity;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.port.out.StandIn;
import io.arrtheaudio.port.out.StandIns;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Stand-ins in a folder for temporary files, which should know sparse files: there each takes the room of the film's
 * headers and a block of the disk, mostly 4 KiB, for each of its Clusters. A film may have some 250,000 of these, at most
 * 64 MiB of other things that a tool may want to see, and a gibibyte of those it does not, such as large attachments.
 *
 * <p>What a tool writes into the media data never becomes part of a plan. It is noticed in the headers of all Clusters, in
 * the first and last {@value StandInComparison#EDGE} bytes of each one's content, and anywhere in what else is not copied.
 *
 * <p>Thread-safe.
 */
public final class SparseStandIns implements StandIns {

    private final Path folder;

    /** Puts them into the system's folder for temporary files. */
    public SparseStandIns() {
        this(Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** Puts them into a folder that is there. */
    public SparseStandIns(Path folder) {
        this.folder = Objects.requireNonNull(folder, "folder");
    }

    @Override
    public Optional<StandIn> of(Path file) {
        FileIdentity film = identityOf(file);
        try (HeaderReader reader = HeaderReader.open(film.path(), Purpose.OUTLINE)) {
            return new MatroskaFormat().stretches(reader).map(stretches -> SparseStandIn.made(film, stretches, folder));
        }
    }

    private static FileIdentity identityOf(Path file) {
        try {
            return DiskFacts.of(file.toRealPath()).identity();
        } catch (IOException e) {
            throw new AudioFixException(Remedy.FIX_FILE, "cannot look at " + file + ": " + DiskProblem.of(file, e), e);
        }
    }
}
