package io.arrtheaudio.adapter.files.matroska;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A TrackEntry as it is to be written: its new content, and in how many bytes its size is written. Everything but
 * FlagDefault stays as it is, byte for byte.
 */
final class EntryDraft implements Part {

    /** FlagDefault = 0, the three bytes that often must be found room for. */
    private static final byte[] NOT_DEFAULT = {(byte) Ids.FLAG_DEFAULT, (byte) 0x81, 0};

    private static final Set<Long> LEADING = Set.of(Ids.CRC_32, Ids.TRACK_NUMBER, Ids.TRACK_TYPE);

    private final TrackEntry entry;
    private byte[] content;
    private int sizeWidth;

    /** The entry as it is. */
    EntryDraft(TrackEntry entry) {
        this.entry = entry;
        this.content = entry.fields().content().clone();
        this.sizeWidth = entry.element().sizeWidth();
    }

    /** Sets or clears the flag, shortening its own size field first where that is longer than need be. */
    void setDefault(boolean isDefault) {
        if (entry.isDefault() == isDefault) {
            return;
        }
        List<Element> flags = entry.flagDefaults();
        if (flags.isEmpty()) {
            insert(afterNumberAndType(), NOT_DEFAULT);
        } else if (flags.get(0).size() == 0) {
            replace(flags.get(0), NOT_DEFAULT);
        } else {
            Element flag = flags.get(0);
            Arrays.fill(content, (int) flag.contentOffset(), (int) flag.end(), (byte) 0);
            content[(int) flag.end() - 1] = (byte) (isDefault ? 1 : 0);
        }
        settle();
    }

    /** Drops the FlagDefault of a track that is to be default: its absence says the same. */
    void dropRedundantFlag() {
        entry.flagDefaults().stream().findFirst().ifPresent(flag -> {
            replace(flag, new byte[0]);
            settle();
        });
    }

    /** Shortens the size field where it is longer than need be. */
    @Override
    public int shrink(int bytes) {
        int spare = sizeWidth - Vint.minimalWidth(content.length);
        int given = Math.max(0, Math.min(bytes, spare));
        sizeWidth -= given;
        return given;
    }

    /** Lengthens the size field by one byte if that is possible (RFC 8794 section 6.1). */
    boolean widenSize() {
        if (sizeWidth == Vint.MAX_WIDTH) {
            return false;
        }
        sizeWidth++;
        return true;
    }

    @Override
    public int length() {
        return 1 + sizeWidth + content.length;
    }

    @Override
    public void put(ByteBuffer to) {
        to.put((byte) Ids.TRACK_ENTRY);
        Vint.put(to, content.length, sizeWidth);
        to.put(content);
    }

    /** The size field takes what it must, and gives what the content has grown by if it can. */
    private void settle() {
        sizeWidth = Math.max(sizeWidth, Vint.minimalWidth(content.length));
        shrink(length() - (int) entry.element().length());
        Crc.first(entry.fields().children()).ifPresent(crc -> crc.update(content));
    }

    /** Order is free, but MediaInfo gives a flag that stands before the track's number to the track before it. */
    private int afterNumberAndType() {
        return entry.fields().children().stream()
                .filter(child -> LEADING.contains(child.id()))
                .mapToInt(child -> (int) child.end())
                .max()
                .orElse(0);
    }

    private void insert(int at, byte[] bytes) {
        splice(at, at, bytes);
    }

    private void replace(Element child, byte[] bytes) {
        splice((int) child.offset(), (int) child.end(), bytes);
    }

    private void splice(int from, int to, byte[] bytes) {
        ByteBuffer spliced = ByteBuffer.allocate(content.length - (to - from) + bytes.length);
        spliced.put(content, 0, from).put(bytes).put(content, to, content.length - to);
        content = spliced.array();
    }
}
