package io.arrtheaudio.adapter.files.matroska;

import io.arrtheaudio.adapter.files.header.HeaderReader;
import io.arrtheaudio.domain.edit.Bytes;
import io.arrtheaudio.domain.edit.Patch;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A region with its new Tracks element, as it is to be written: one patch from the first byte that differs to the last. */
final class RegionDraft {

    private final HeaderReader file;
    private final MatroskaHeader header;
    private final Region region;
    private final byte[] newTracks;
    private final Map<Long, Long> moved = new HashMap<>();

    RegionDraft(HeaderReader file, MatroskaHeader header, Region region, byte[] newTracks) {
        this.file = file;
        this.header = header;
        this.region = region;
        this.newTracks = newTracks;
    }

    /** Empty if the SeekHead cannot tell the new places. */
    Optional<Patch> patch() {
        byte[] was = bytes(region.start(), region.length());
        ByteBuffer becomes = ByteBuffer.allocate(was.length);
        place(region.before(), becomes);
        moved.put(region.tracks().offset(), region.start() + becomes.position());
        becomes.put(newTracks);
        Part.Gap.put(becomes, region.room() - newTracks.length);
        place(region.behind(), becomes);
        if (region.movesOthers() && !updateSeekHead(becomes.array())) {
            return Optional.empty();
        }
        return Optional.of(difference(region.start(), was, becomes.array()));
    }

    private void place(List<Element> elements, ByteBuffer to) {
        for (Element element : elements) {
            if (element.id() != Ids.VOID) {
                moved.put(element.offset(), region.start() + to.position());
                to.put(bytes(element.offset(), (int) element.length()));
            }
        }
    }

    private boolean updateSeekHead(byte[] becomes) {
        for (SeekHead head : header.seekHeads()) {
            Optional<byte[]> content = updated(head);
            if (content.isEmpty()) {
                return false;
            }
            long place =
                    moved.getOrDefault(head.element().offset(), head.element().offset());
            long contentAt =
                    place + head.element().contentOffset() - head.element().offset() - region.start();
            System.arraycopy(content.get(), 0, becomes, (int) contentAt, content.get().length);
        }
        return true;
    }

    /** The SeekHead's content with the new places, each in the bytes that its old one took. */
    private Optional<byte[]> updated(SeekHead head) {
        if (!head.crc().map(crc -> crc.isRight(head.content())).orElse(true)) {
            return Optional.empty();
        }
        byte[] content = head.content().clone();
        long origin = header.segment().contentOffset();
        for (SeekHead.Entry entry : head.entries()) {
            long old = origin + entry.position();
            long position = moved.getOrDefault(old, old) - origin;
            if (entry.valueWidth() < 8 && position >= 1L << 8 * entry.valueWidth()) {
                return Optional.empty();
            }
            for (int i = 0; i < entry.valueWidth(); i++) {
                content[entry.valueOffset() + i] = (byte) (position >>> 8 * (entry.valueWidth() - 1 - i));
            }
        }
        head.crc().ifPresent(crc -> crc.update(content));
        return Optional.of(content);
    }

    private byte[] bytes(long offset, int length) {
        byte[] bytes = new byte[length];
        file.read(offset, length, "the header").get(bytes);
        return bytes;
    }

    private static Patch difference(long start, byte[] was, byte[] becomes) {
        int from = 0;
        while (was[from] == becomes[from]) {
            from++;
        }
        int to = was.length;
        while (was[to - 1] == becomes[to - 1]) {
            to--;
        }
        return new Patch(start + from, Bytes.of(was, from, to), Bytes.of(becomes, from, to));
    }
}
