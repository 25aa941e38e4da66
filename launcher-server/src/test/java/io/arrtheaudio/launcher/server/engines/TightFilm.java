package io.arrtheaudio.launcher.server.engines;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes a Matroska film anew without a single byte to spare in front of its media data: a SeekHead, Info, Tracks and
 * Clusters, no Void, no checksum, no size longer than it must be. Sound and picture are those of the film.
 */
final class TightFilm {

    private static final int EBML = 0x1A45DFA3;
    private static final int SEGMENT = 0x18538067;
    private static final int SEEK_HEAD = 0x114D9B74;
    private static final int SEEK = 0x4DBB;
    private static final int SEEK_ID = 0x53AB;
    private static final int SEEK_POSITION = 0x53AC;
    private static final int INFO = 0x1549A966;
    private static final int TRACKS = 0x1654AE6B;
    private static final int CLUSTER = 0x1F43B675;
    private static final int CRC_32 = 0xBF;

    private TightFilm() {}

    private record Element(int id, byte[] content) {

        /** With the shortest size there is. */
        byte[] bytes() {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.writeBytes(bare(id));
            int length = 1;
            while (content.length >= (1L << 7 * length) - 1) {
                length++;
            }
            long size = content.length | 1L << 7 * length;
            for (int i = length - 1; i >= 0; i--) {
                out.write((int) (size >> 8 * i));
            }
            out.writeBytes(content);
            return out.toByteArray();
        }
    }

    private static byte[] bare(int id) {
        byte[] four = ByteBuffer.allocate(4).putInt(id).array();
        int from = 0;
        while (four[from] == 0) {
            from++;
        }
        return Arrays.copyOfRange(four, from, 4);
    }

    static byte[] of(byte[] film) {
        List<Element> outermost = elements(film);
        List<Element> parts = elements(one(outermost, SEGMENT).content());
        byte[] info = withoutChecksum(one(parts, INFO));
        byte[] tracks = withoutChecksum(one(parts, TRACKS));
        int seekHead = seekHead(0, 0).length;
        List<byte[]> segment = new ArrayList<>(List.of(seekHead(seekHead, seekHead + info.length), info, tracks));
        parts.stream().filter(part -> part.id() == CLUSTER).map(Element::bytes).forEach(segment::add);
        return joined(List.of(one(outermost, EBML).bytes(), new Element(SEGMENT, joined(segment)).bytes()));
    }

    private static byte[] withoutChecksum(Element master) {
        List<byte[]> children = elements(master.content()).stream()
                .filter(child -> child.id() != CRC_32)
                .map(Element::bytes)
                .toList();
        return new Element(master.id(), joined(children)).bytes();
    }

    private static byte[] seekHead(int info, int tracks) {
        return new Element(SEEK_HEAD, joined(List.of(seek(INFO, info), seek(TRACKS, tracks)))).bytes();
    }

    private static byte[] seek(int id, int position) {
        byte[] place = ByteBuffer.allocate(8).putLong(position).array();
        return new Element(
                        SEEK,
                        joined(List.of(
                                new Element(SEEK_ID, bare(id)).bytes(), new Element(SEEK_POSITION, place).bytes())))
                .bytes();
    }

    private static Element one(List<Element> elements, int id) {
        return elements.stream()
                .filter(element -> element.id() == id)
                .findFirst()
                .orElseThrow();
    }

    private static List<Element> elements(byte[] content) {
        List<Element> elements = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(content);
        while (in.hasRemaining()) {
            int id = (int) number(in, false);
            byte[] inside = new byte[(int) number(in, true)];
            in.get(inside);
            elements.add(new Element(id, inside));
        }
        return elements;
    }

    /** An ID keeps the bit that tells its length, a size does not. */
    private static long number(ByteBuffer in, boolean isSize) {
        int first = Byte.toUnsignedInt(in.get());
        int length = Integer.numberOfLeadingZeros(first) - 23;
        long value = isSize ? first & 0xFF >> length : first;
        for (int i = 1; i < length; i++) {
            value = value << 8 | Byte.toUnsignedInt(in.get());
        }
        return value;
    }

    private static byte[] joined(List<byte[]> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        parts.forEach(out::writeBytes);
        return out.toByteArray();
    }
}
