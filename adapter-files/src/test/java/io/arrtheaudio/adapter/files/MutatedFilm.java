package io.arrtheaudio.adapter.files;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/**
 * A real film whose headers can be damaged in many ways while its media data stays.
 *
 * @param pieces what the file consists of; every second one, the first not, is media data
 * @param isMatroska how its sizes are written
 */
record MutatedFilm(List<byte[]> pieces, boolean isMatroska) {

    private static final int SMALLEST = 32;
    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] CLUSTER = HEX.parseHex("1f43b675");

    /** Tracks, TrackEntry, Void, SeekHead, Seek, CRC-32, Cluster, Segment, Tags, Cues, FlagDefault, Audio. */
    private static final List<byte[]> ELEMENTS = List.of(
                    "1654ae6b",
                    "ae",
                    "ec",
                    "114d9b74",
                    "4dbb",
                    "bf84",
                    "1f43b675",
                    "18538067",
                    "1254c367",
                    "1c53bb6b",
                    "8881",
                    "e1")
            .stream()
            .map(HEX::parseHex)
            .toList();

    private static final List<byte[]> BOXES = List.of(
                    "moov", "trak", "tkhd", "mdia", "hdlr", "mdhd", "minf", "stbl", "stsd", "udta", "mdat", "free",
                    "ftyp", "moof", "mvex", "meta")
            .stream()
            .map(type -> type.getBytes(StandardCharsets.US_ASCII))
            .toList();

    static MutatedFilm of(byte[] film) {
        boolean isMatroska = film[0] == 0x1a;
        List<byte[]> pieces = new ArrayList<>();
        int done = 0;
        for (int[] media : isMatroska ? clusters(film) : mdats(film)) {
            pieces.add(Arrays.copyOfRange(film, done, media[0]));
            pieces.add(Arrays.copyOfRange(film, media[0], media[1]));
            done = media[1];
        }
        pieces.add(Arrays.copyOfRange(film, done, film.length));
        return new MutatedFilm(pieces, isMatroska);
    }

    /** Clusters in a row, from the end of each one's size field to its end; both tools write sizes of 8 bytes or less. */
    private static List<int[]> clusters(byte[] film) {
        List<int[]> found = new ArrayList<>();
        for (int at = indexOf(film, CLUSTER, 0); at >= 0 && at < film.length && matches(film, CLUSTER, at); ) {
            int width = Integer.numberOfLeadingZeros(film[at + 4] & 0xff) - 23;
            long size = film[at + 4] & 0xff >> width;
            for (int i = 1; i < width; i++) {
                size = size << 8 | film[at + 4 + i] & 0xff;
            }
            int from = at + 4 + width;
            found.add(new int[] {from, (int) (from + size)});
            at = (int) (from + size);
        }
        return found;
    }

    private static List<int[]> mdats(byte[] film) {
        List<int[]> found = new ArrayList<>();
        for (int at = 0; at < film.length; at += ByteBuffer.wrap(film).getInt(at)) {
            if (matches(film, "mdat".getBytes(StandardCharsets.US_ASCII), at + 4)) {
                found.add(new int[] {at + 8, at + ByteBuffer.wrap(film).getInt(at)});
            }
        }
        return found;
    }

    byte[] bytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        pieces.forEach(all::writeBytes);
        return all.toByteArray();
    }

    /** The media data, wherever it lies now, of a file that has the length of this one. */
    List<byte[]> media(byte[] film) {
        List<byte[]> media = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < pieces.size(); i++) {
            int end = at + pieces.get(i).length;
            if (i % 2 == 1) {
                media.add(Arrays.copyOfRange(film, at, end));
            }
            at = end;
        }
        return media;
    }

    /** The same with one more fault in one of its headers. */
    MutatedFilm mutated(Random random) {
        int i = 2 * random.nextInt((pieces.size() + 1) / 2);
        if (pieces.get(i).length < SMALLEST) {
            i = 0; // between two neighbours of media data there is little
        }
        if (pieces.get(i).length < SMALLEST) {
            return this;
        }
        List<byte[]> changed = new ArrayList<>(pieces);
        changed.set(i, mutated(pieces.get(i).clone(), random));
        return new MutatedFilm(changed, isMatroska);
    }

    private byte[] mutated(byte[] header, Random random) {
        int at = random.nextInt(header.length - 12); // no fault below is longer
        switch (random.nextInt(10)) {
            case 0 -> header[at] = (byte) random.nextInt();
            case 1 -> header[at] ^= (byte) (1 << random.nextInt(8));
            case 2 -> Arrays.fill(header, at, at + 1 + random.nextInt(11), (byte) (random.nextBoolean() ? 0 : 0xff));
            case 3 -> {
                int length = 1 + random.nextInt(Math.min(64, header.length - at));
                System.arraycopy(header, random.nextInt(header.length - length + 1), header, at, length);
            }
            case 4 -> {
                return without(header, at, 1 + random.nextInt(11));
            }
            case 5 -> {
                return with(header, at, random.nextInt(40));
            }
            case 6 -> put(header, at, name(random));
            default -> resize(header, random);
        }
        return header;
    }

    private static byte[] without(byte[] header, int at, int length) {
        return ByteBuffer.allocate(header.length - length)
                .put(header, 0, at)
                .put(header, at + length, header.length - at - length)
                .array();
    }

    /** Doubles some bytes. */
    private static byte[] with(byte[] header, int at, int wanted) {
        int length = Math.min(wanted, header.length - at);
        return ByteBuffer.allocate(header.length + length)
                .put(header, 0, at + length)
                .put(header, at, header.length - at)
                .array();
    }

    private static void put(byte[] header, int at, byte[] bytes) {
        System.arraycopy(bytes, 0, header, at, Math.min(bytes.length, header.length - at));
    }

    private byte[] name(Random random) {
        List<byte[]> names = isMatroska ? ELEMENTS : BOXES;
        return names.get(random.nextInt(names.size()));
    }

    /** Gives an element or a box another size, which may be small, or reach over the media data and beyond the end. */
    private void resize(byte[] header, Random random) {
        byte[] name = name(random);
        int at = indexOf(header, name, random.nextInt(header.length));
        at = at < 0 ? indexOf(header, name, 0) : at;
        long most = random.nextBoolean() ? 300 : 2L * bytes().length;
        long size = random.nextLong(most);
        if (at >= 0 && isMatroska && at + name.length < header.length) {
            resizeElement(header, at + name.length, size);
        } else if (at >= 4 && !isMatroska) {
            ByteBuffer.wrap(header).putInt(at - 4, (int) size);
        }
    }

    /** In as many bytes as the size takes now. */
    private static void resizeElement(byte[] header, int at, long size) {
        int width = Math.min(Integer.numberOfLeadingZeros(header[at] & 0xff) - 23, Math.min(8, header.length - at));
        for (int i = 0; i < width; i++) {
            header[at + i] = (byte) (size >> 8 * (width - 1 - i));
        }
        header[at] = (byte) (header[at] & 0xff >> width | 0x80 >> width - 1);
    }

    private static int indexOf(byte[] in, byte[] wanted, int from) {
        for (int at = from; at + wanted.length <= in.length; at++) {
            if (matches(in, wanted, at)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean matches(byte[] in, byte[] wanted, int at) {
        return at + wanted.length <= in.length && Arrays.equals(in, at, at + wanted.length, wanted, 0, wanted.length);
    }
}
