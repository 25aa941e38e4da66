package io.arrtheaudio.domain.edit;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/** A few bytes that cannot change. Two with the same content are equal. */
public final class Bytes {

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    /** A copy of the given bytes. */
    public static Bytes of(byte... bytes) {
        return new Bytes(bytes.clone());
    }

    /**
     * A copy of {@code bytes[from]} to {@code bytes[to - 1]}.
     *
     * @throws IndexOutOfBoundsException if they are not all there
     */
    public static Bytes of(byte[] bytes, int from, int to) {
        Objects.checkFromToIndex(from, to, bytes.length);
        return new Bytes(Arrays.copyOfRange(bytes, from, to));
    }

    /**
     * Reads hexadecimal digits; spaces between bytes may stand or not.
     *
     * @throws IllegalArgumentException if there is anything else, or half a byte
     */
    public static Bytes ofHex(String hex) {
        return new Bytes(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    /** How many bytes these are. */
    public int size() {
        return content.length;
    }

    /** The byte at an index counted from 0. */
    public byte at(int index) {
        return content[index];
    }

    /** A copy for the caller to keep. */
    public byte[] toArray() {
        return content.clone();
    }

    /** These bytes, then the others. */
    public Bytes then(Bytes others) {
        byte[] both = Arrays.copyOf(content, content.length + others.content.length);
        System.arraycopy(others.content, 0, both, content.length, others.content.length);
        return new Bytes(both);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    /** Hexadecimal, a space between bytes. */
    @Override
    public String toString() {
        return HexFormat.ofDelimiter(" ").formatHex(content);
    }
}
