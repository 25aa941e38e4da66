package io.arrtheaudio.adapter.ffmpeg;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The names of an MP4 file's tracks: where ffmpeg and others put titles ({@code moov/trak/udta/name}, bare UTF-8), but
 * ffprobe does not show them, at least up to 5.1, and ffmpeg does not copy them. One thread at a time.
 */
final class TrackNames {

    private static final int MOST_BOXES = 100_000;
    private static final int LONGEST = 1_000;
    private static final int HEAD = 8;
    private static final int ID_OF_VERSION_0 = 12;
    private static final int ID_OF_VERSION_1 = 20;

    private final DataInputStream in;
    private final Map<Integer, String> names = new HashMap<>();
    private int boxes;
    private int track;
    private String name = "";
    private boolean isDone;

    private TrackNames(DataInputStream in) {
        this.in = in;
    }

    /** By track ID; those without one, or with one that is too long, are left out, as is what lies behind damage. */
    static Map<Integer, String> of(Path file) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            TrackNames found = new TrackNames(in);
            try {
                found.walk(Files.size(file), "");
            } catch (EOFException e) {
                return found.names;
            }
            return found.names;
        } catch (IOException e) {
            throw new AudioFixException(Remedy.RETRY_LATER, "cannot read " + file + ": " + e, e);
        }
    }

    private void walk(long length, String around) throws IOException {
        long left = length;
        while (left >= HEAD && !isDone && boxes++ < MOST_BOXES) {
            long size = Integer.toUnsignedLong(in.readInt());
            String type = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
            boolean isLong = size == 1;
            long whole = isLong ? in.readLong() : size == 0 ? left : size;
            long head = isLong ? 2 * HEAD : HEAD;
            if (whole < head || whole > left) {
                throw new EOFException("box " + type + " claims " + whole + " bytes of " + left);
            }
            enter(around + type, whole - head);
            left -= whole;
        }
        if (!isDone) {
            in.skipNBytes(left);
        }
    }

    private void enter(String place, long length) throws IOException {
        switch (place) {
            case "moov" -> {
                walk(length, "moov/");
                isDone = true;
            }
            case "moov/trak" -> {
                track = 0;
                name = "";
                walk(length, "moov/trak/");
                if (!name.isEmpty()) {
                    names.put(track, name);
                }
            }
            case "moov/trak/udta" -> walk(length, "moov/trak/udta/");
            case "moov/trak/tkhd" -> readId(length);
            case "moov/trak/udta/name" -> readName(length);
            default -> in.skipNBytes(length);
        }
    }

    /** ISO/IEC 14496-12 clause 8.3.2: behind version, flags and two times, which are longer in version 1. */
    private void readId(long length) throws IOException {
        int version = in.readUnsignedByte();
        int at = version == 1 ? ID_OF_VERSION_1 : ID_OF_VERSION_0;
        in.skipNBytes(at - 1);
        track = in.readInt();
        in.skipNBytes(length - at - 4);
    }

    /** One with a NUL cannot be handed to ffmpeg. */
    private void readName(long length) throws IOException {
        byte[] text = in.readNBytes((int) Math.min(length, LONGEST));
        in.skipNBytes(length - text.length);
        String read = new String(text, StandardCharsets.UTF_8);
        name = length > LONGEST || read.indexOf('\0') >= 0 ? "" : read;
    }
}
