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
 * What ffprobe, at least up to 5.1, does not tell of an MP4 file.
 *
 * @param names of tracks by their IDs: where ffmpeg and others put titles ({@code moov/trak/udta/name}, bare UTF-8), which
 *     ffmpeg does not copy; those that are too long are left out
 * @param isFragmented whether more samples may follow behind the header ({@code moov/mvex})
 */
record MovieHeader(Map<Integer, String> names, boolean isFragmented) {

    private static final int MOST_BOXES = 100_000;
    private static final int LONGEST = 1_000;
    private static final int HEAD = 8;
    private static final int ID_OF_VERSION_0 = 12;
    private static final int ID_OF_VERSION_1 = 20;

    MovieHeader {
        names = Map.copyOf(names);
    }

    /** Up to where it makes no sense any more, if it is damaged. */
    static MovieHeader of(Path file) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            Walk walk = new Walk(in);
            walk.throughFile(Files.size(file));
            return new MovieHeader(walk.names, walk.isFragmented);
        } catch (IOException e) {
            throw new AudioFixException(Remedy.RETRY_LATER, "cannot read " + file + ": " + e, e);
        }
    }

    /** From box to box, entering those that matter. */
    private static final class Walk {

        private final DataInputStream in;
        private final Map<Integer, String> names = new HashMap<>();
        private int boxes;
        private int track;
        private String name = "";
        private boolean isFragmented;
        private boolean isDone;

        private Walk(DataInputStream in) {
            this.in = in;
        }

        private void throughFile(long size) throws IOException {
            try {
                walk(size, "");
            } catch (EOFException e) {
                isDone = true;
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
                case "moov/mvex" -> {
                    isFragmented = true;
                    in.skipNBytes(length);
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
}
