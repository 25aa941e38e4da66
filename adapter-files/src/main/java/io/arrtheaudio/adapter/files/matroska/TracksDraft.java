package io.arrtheaudio.adapter.files.matroska;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A Tracks element as it is to be written into a given number of bytes. Room is found in this order: size fields that are
 * longer than need be, Void elements inside, a FlagDefault that says what its absence says, and at last the CRC-32, if
 * that is allowed. Good for one attempt.
 */
final class TracksDraft {

    private static final int ID_WIDTH = 4;

    private final Optional<Crc> crc;
    private final List<Part> parts = new ArrayList<>();
    private final List<EntryDraft> chosen = new ArrayList<>();
    private int sizeWidth;
    private boolean isCrcDropped;

    /** Makes some audio entries the only defaults. */
    TracksDraft(TracksElement tracks, Set<TrackEntry> defaults) {
        this.crc = tracks.crc();
        this.sizeWidth = tracks.element().sizeWidth();
        int next = 0;
        for (Element child : tracks.children()) {
            if (child.id() == Ids.TRACK_ENTRY) {
                parts.add(draft(tracks.entries().get(next++), defaults));
            } else if (child.id() == Ids.VOID) {
                parts.add(new Part.Gap((int) child.length()));
            } else {
                parts.add(new Part.Verbatim(
                        Arrays.copyOfRange(tracks.content(), (int) child.offset(), (int) child.end())));
            }
        }
    }

    private EntryDraft draft(TrackEntry entry, Set<TrackEntry> defaults) {
        EntryDraft draft = new EntryDraft(entry);
        if (entry.isAudio()) {
            draft.setDefault(defaults.contains(entry));
        }
        if (defaults.contains(entry)) {
            chosen.add(draft);
        }
        return draft;
    }

    /**
     * The element's bytes.
     *
     * @param room how many bytes there are; what is left over is none, or enough for a Void element behind
     * @return empty if it does not fit
     */
    Optional<byte[]> fit(long room, boolean mayDropCrc) {
        squeeze(room, mayDropCrc);
        boolean fits = excess(room) <= 0 && (excess(room) != -1 || widen());
        return fits ? Optional.of(bytes()) : Optional.empty();
    }

    /** The fewest bytes that the element can be written in. */
    int shortest(boolean mayDropCrc) {
        squeeze(0, mayDropCrc);
        return length();
    }

    private void squeeze(long room, boolean mayDropCrc) {
        sizeWidth = Math.max(sizeWidth, Vint.minimalWidth(contentLength()));
        shrink(EntryDraft.class, room);
        shrinkSize(excess(room));
        shrink(Part.Gap.class, room);
        for (EntryDraft draft : chosen) {
            if (excess(room) > 0) {
                draft.dropRedundantFlag();
            }
        }
        if (excess(room) > 0 && mayDropCrc && crc.isPresent()) {
            isCrcDropped = true;
            parts.remove(0);
        }
        shrinkSize(excess(room));
    }

    private void shrink(Class<? extends Part> kind, long room) {
        int left = excess(room);
        for (Part part : parts) {
            if (left > 0 && kind.isInstance(part)) {
                left -= part.shrink(left);
            }
        }
    }

    private int excess(long room) {
        return (int) Math.max(length() - room, Integer.MIN_VALUE);
    }

    private void shrinkSize(int bytes) {
        int spare = sizeWidth - Vint.minimalWidth(contentLength());
        sizeWidth -= Math.max(0, Math.min(bytes, spare));
    }

    /** One byte cannot be a Void element (RFC 8794 section 11.3.2), but a size field can take it. */
    private boolean widen() {
        if (sizeWidth < Vint.MAX_WIDTH) {
            sizeWidth++;
            return true;
        }
        return parts.stream().anyMatch(part -> part instanceof EntryDraft entry && entry.widenSize());
    }

    private int length() {
        return ID_WIDTH + sizeWidth + contentLength();
    }

    private int contentLength() {
        return parts.stream().mapToInt(Part::length).sum();
    }

    private byte[] bytes() {
        ByteBuffer content = ByteBuffer.allocate(contentLength());
        parts.forEach(part -> part.put(content));
        if (!isCrcDropped) {
            crc.ifPresent(sum -> sum.update(content.array()));
        }
        ByteBuffer element = ByteBuffer.allocate(length());
        element.putInt((int) Ids.TRACKS);
        Vint.put(element, content.capacity(), sizeWidth);
        return element.put(content.array()).array();
    }
}
