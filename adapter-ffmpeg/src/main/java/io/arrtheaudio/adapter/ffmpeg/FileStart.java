package io.arrtheaudio.adapter.ffmpeg;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.media.Container;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * A file's first bytes. By them, and not by its name, it is decided as what the tools shall read it, so that no name and no
 * playlist can make them open anything else.
 *
 * @param size the file's length in bytes
 * @param bytes the first of them, at most {@value #LENGTH}
 */
record FileStart(long size, ByteBuffer bytes) {

    private static final int LENGTH = 16;
    private static final int EBML = 0x1A45DFA3;
    private static final Set<String> MOVIE = Set.of("ftyp", "moov", "mdat");
    /** Old QuickTime files; a text may have these words, so the size must make sense. */
    private static final Set<String> MOVIE_IF_SIZED = Set.of("wide", "free", "skip", "pnot");

    static FileStart of(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new FileStart(Files.size(file), ByteBuffer.wrap(in.readNBytes(LENGTH)));
        } catch (NoSuchFileException e) {
            throw new AudioFixException(Remedy.FIX_FILE, "cannot read " + file + ": there is no such file", e);
        } catch (AccessDeniedException e) {
            throw new AudioFixException(
                    Remedy.FIX_FILE, "cannot read " + file + ": this user may not; change its permissions", e);
        } catch (IOException e) {
            throw new AudioFixException(Remedy.FIX_FILE, "cannot open " + file + ": " + e, e);
        }
    }

    Optional<Container> container() {
        if (bytes.limit() >= 4 && bytes.getInt(0) == EBML) {
            return Optional.of(Container.MATROSKA);
        }
        return isMovie() ? Optional.of(Container.MP4) : Optional.empty();
    }

    private boolean isMovie() {
        if (bytes.limit() < 8) {
            return false;
        }
        String type = new String(bytes.array(), bytes.arrayOffset() + 4, 4, StandardCharsets.ISO_8859_1);
        long boxSize = Integer.toUnsignedLong(bytes.getInt(0));
        boolean isSized = boxSize == 0 || boxSize == 1 || boxSize >= 8;
        return isSized && (MOVIE.contains(type) || MOVIE_IF_SIZED.contains(type) && boxSize <= size);
    }
}
