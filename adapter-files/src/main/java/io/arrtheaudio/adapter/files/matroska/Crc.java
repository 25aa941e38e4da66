package io.arrtheaudio.adapter.files.matroska;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A CRC-32 element (RFC 8794 section 11.3.1): the first child of a master element, little-endian, over all its siblings.
 *
 * @param element the CRC-32 element, offsets from its parent's content
 */
record Crc(Element element) {

    private static final int LENGTH = 4;

    /** The checksum among the children of a master element, if it is where it must be. */
    static Optional<Crc> first(List<Element> children) {
        return children.stream()
                .limit(1)
                .filter(child -> child.id() == Ids.CRC_32 && child.size() == LENGTH)
                .map(Crc::new)
                .findFirst();
    }

    /** Whether there is a checksum that is not where it must be, or is too short or too long. */
    static boolean isMisplaced(List<Element> children) {
        long all = children.stream().filter(child -> child.id() == Ids.CRC_32).count();
        return all != (first(children).isPresent() ? 1 : 0);
    }

    boolean isRight(byte[] parent) {
        return stored(parent) == of(parent);
    }

    /** Writes the checksum that the parent's content should have. */
    void update(byte[] parent) {
        value(parent).putInt(of(parent));
    }

    private int stored(byte[] parent) {
        return value(parent).getInt();
    }

    private ByteBuffer value(byte[] parent) {
        return ByteBuffer.wrap(parent, (int) element.contentOffset(), LENGTH).order(ByteOrder.LITTLE_ENDIAN);
    }

    private int of(byte[] parent) {
        CRC32 crc = new CRC32();
        crc.update(parent, (int) element.end(), parent.length - (int) element.end());
        return (int) crc.getValue();
    }
}
