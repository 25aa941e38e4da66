package io.arrtheaudio.adapter.files;

import io.arrtheaudio.adapter.files.header.HeaderReader;
import io.arrtheaudio.adapter.files.matroska.MatroskaFormat;
import io.arrtheaudio.adapter.files.matroska.Stretch;
import io.arrtheaudio.domain.edit.EditPlan;
import io.arrtheaudio.domain.edit.FileIdentity;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.port.out.StandIn;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file with holes that stands in for a film. One thread at a time. */
final class SparseStandIn implements StandIn {

    private static final Logger LOG = LoggerFactory.getLogger(SparseStandIn.class);

    private static final int PIECE = 64 * 1024;

    private final FileIdentity film;
    private final List<Stretch> stretches;
    private final Path path;

    private SparseStandIn(FileIdentity film, List<Stretch> stretches, Path path) {
        this.film = film;
        this.stretches = stretches;
        this.path = path;
    }

    /** Makes one; nothing is left if that does not work. */
    static StandIn made(FileIdentity film, List<Stretch> stretches, Path folder) {
        try {
            SparseStandIn made =
                    new SparseStandIn(film, stretches, Files.createTempFile(folder, "arrtheaudio-", ".part"));
            made.fillOrRemove();
            return made;
        } catch (IOException e) {
            throw new AudioFixException(
                    Remedy.RETRY_LATER,
                    "cannot make a stand-in for " + film.path() + " in " + folder + ": " + DiskProblem.of(folder, e)
                            + "; there must be room in that folder, and this user must be allowed to write there",
                    e);
        }
    }

    private void fillOrRemove() throws IOException {
        boolean isFilled = false;
        try (FileChannel from = FileChannel.open(film.path(), StandardOpenOption.READ);
                FileChannel to = FileChannel.open(path, StandardOpenOption.WRITE)) {
            for (Stretch stretch : stretches) {
                copy(from, to, stretch.offset(), stretch.unseen());
            }
            if (to.size() < film.size()) {
                write(to, ByteBuffer.allocate(1), film.size() - 1); // a hole at the end needs one byte behind it
            }
            isFilled = true;
        } finally {
            if (!isFilled) {
                close();
            }
        }
    }

    private static void copy(FileChannel from, FileChannel to, long start, long end) throws IOException {
        for (long at = start; at < end; at += PIECE) {
            ByteBuffer piece = ByteBuffer.allocate((int) Math.min(PIECE, end - at));
            while (piece.hasRemaining()) {
                if (from.read(piece, at + piece.position()) < 0) {
                    throw new EOFException("the film became shorter while it was read");
                }
            }
            write(to, piece.flip(), at);
        }
    }

    private static void write(FileChannel to, ByteBuffer bytes, long offset) throws IOException {
        while (bytes.hasRemaining()) {
            to.write(bytes, offset + bytes.position());
        }
    }

    @Override
    public Path path() {
        return path;
    }

    @Override
    public EditPlan changes(String method) {
        try (FileChannel before = FileChannel.open(film.path(), StandardOpenOption.READ);
                FileChannel after = FileChannel.open(path, StandardOpenOption.READ)) {
            EditPlan plan = new StandInComparison(film, before, after).plan(stretches, method);
            expectSameFilm();
            return plan;
        } catch (IOException e) {
            throw new AudioFixException(
                    Remedy.RETRY_LATER,
                    "cannot compare " + film.path() + " with its stand-in " + path + ": "
                            + DiskProblem.of(film.path(), e),
                    e);
        }
    }

    private void expectSameFilm() throws IOException {
        if (!DiskFacts.of(film.path()).identity().equals(film)) {
            throw new AudioFixException(
                    Remedy.RETRY_LATER,
                    "cannot work out changes to " + film.path() + ": it changed while a tool worked on its stand-in;"
                            + " try again");
        }
    }

    @Override
    public boolean hasTracksInFront() {
        try (HeaderReader reader = HeaderReader.open(path)) {
            return new MatroskaFormat().hasTracksInFront(reader);
        }
    }

    /** Does not fail: what is left lies in a folder for temporary files, and is told. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.warn("cannot remove the stand-in {}; remove it by hand", path, e);
        }
    }
}
