package io.arrtheaudio.adapter.ffmpeg;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the {@code moov} box of an MP4 file lies (ISO/IEC 14496-12 clause 4.2).
 *
 * @param isInFront whether before the media
 * @param end the offset behind it, in bytes from the file's start; 0 if there is none
 */
record MoviePlace(boolean isInFront, long end) {

    private static final MoviePlace NONE = new MoviePlace(false, 0);
    private static final int MOST_BOXES = 1_000;
    private static final int HEAD = 8;
    private static final int LONG_HEAD = 16;

    static MoviePlace in(Path file) {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            boolean hasMedia = false;
            long at = 0;
            for (int i = 0; i < MOST_BOXES; i++) {
                long size = Integer.toUnsignedLong(in.readInt());
                String type = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
                boolean isLong = size == 1;
                long whole = isLong ? in.readLong() : size == 0 ? Files.size(file) - at : size;
                if (type.equals("moov")) {
                    return new MoviePlace(!hasMedia, at + whole);
                }
                hasMedia |= type.equals("mdat");
                in.skipNBytes(Math.max(0, whole - (isLong ? LONG_HEAD : HEAD)));
                at += whole;
            }
            return NONE;
        } catch (EOFException e) {
            return NONE;
        } catch (IOException e) {
            throw new AudioFixException(Remedy.RETRY_LATER, "cannot read " + file + ": " + e, e);
        }
    }
}
