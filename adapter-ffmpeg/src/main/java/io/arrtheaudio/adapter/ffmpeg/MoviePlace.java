package io.arrtheaudio.adapter.ffmpeg;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether an MP4 file has its {@code moov} box in front of its media, as ffmpeg writes it when it is asked to. */
final class MoviePlace {

    private static final int MOST_BOXES = 1_000;

    private MoviePlace() {}

    static boolean isInFront(Path file) {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            for (int i = 0; i < MOST_BOXES; i++) {
                long size = Integer.toUnsignedLong(in.readInt());
                String type = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
                if (type.equals("moov") || type.equals("mdat")) {
                    return type.equals("moov");
                }
                in.skipNBytes(size == 1 ? in.readLong() - 16 : Math.max(0, size - 8));
            }
            return false;
        } catch (EOFException e) {
            return false;
        } catch (IOException e) {
            throw new AudioFixException(Remedy.RETRY_LATER, "cannot read " + file + ": " + e, e);
        }
    }
}
