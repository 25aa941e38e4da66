package io.arrtheaudio.adapter.files.matroska;

import static io.arrtheaudio.adapter.files.matroska.Ebml.element;
import static io.arrtheaudio.adapter.files.matroska.Ebml.join;
import static io.arrtheaudio.adapter.files.matroska.Ebml.text;
import static io.arrtheaudio.adapter.files.matroska.Ebml.uint;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A small Matroska file whose top-level elements a test lines up; the SeekHead's positions are worked out here. */
final class MatroskaSample {

    static final byte[] NOTHING = {};
    static final byte[] INFO = element(Ids.INFO, uint(0x2AD7B1, 1_000_000));
    static final byte[] TAGS = element(Ids.TAGS, element(0x7373, element(0x63C0)));
    static final byte[] CUES = element(Ids.CUES, element(0xBB, uint(0xB3, 0)));
    static final byte[] CLUSTER =
            element(Ids.CLUSTER, uint(0xE7, 0), element(0xA3, "media data".getBytes(StandardCharsets.US_ASCII)));

    private final List<byte[]> parts = new ArrayList<>();
    private final List<Long> ids = new ArrayList<>();
    private boolean isSeekHeadWithCrc;
    private boolean isSizeUnknown;
    private int seekHeadAt = -1;
    private int positionWidth = 4;

    static byte[] ebmlHeader(String docType) {
        return element(Ids.EBML, uint(0x4286, 1), text(Ids.DOC_TYPE, docType), uint(0x4287, 4), uint(0x4285, 2));
    }

    /** An audio track; {@code more} holds whatever a test wants beside number, type and codec. */
    static byte[] audio(int sizeWidth, byte[]... more) {
        return element(
                sizeWidth, Ids.TRACK_ENTRY, join(uint(Ids.TRACK_NUMBER, 1), uint(Ids.TRACK_TYPE, 2), join(more)));
    }

    static byte[] audio(byte[]... more) {
        byte[] content = join(uint(Ids.TRACK_NUMBER, 1), uint(Ids.TRACK_TYPE, 2), join(more));
        return element(Ids.TRACK_ENTRY, content);
    }

    static byte[] video() {
        return element(
                Ids.TRACK_ENTRY, uint(Ids.TRACK_NUMBER, 9), uint(Ids.TRACK_TYPE, 1), text(Ids.CODEC_ID, "V_TEST"));
    }

    static byte[] language(String code) {
        return text(Ids.LANGUAGE, code);
    }

    static byte[] flagDefault(int value) {
        return uint(Ids.FLAG_DEFAULT, value);
    }

    static byte[] tracks(byte[]... entries) {
        return element(Ids.TRACKS, entries);
    }

    MatroskaSample add(byte[] element) {
        parts.add(element);
        ids.add(new ElementId(element).value());
        return this;
    }

    /** A SeekHead that points to every other element; four bytes a position unless told otherwise. */
    MatroskaSample addSeekHead(boolean withCrc) {
        isSeekHeadWithCrc = withCrc;
        seekHeadAt = parts.size();
        parts.add(NOTHING);
        ids.add(Ids.SEEK_HEAD);
        return this;
    }

    /** In how many bytes the SeekHead's positions are written. */
    MatroskaSample withPositionsOf(int bytes) {
        positionWidth = bytes;
        return this;
    }

    MatroskaSample withUnknownSize() {
        isSizeUnknown = true;
        return this;
    }

    byte[] build() {
        if (seekHeadAt >= 0) {
            parts.set(seekHeadAt, seekHead()); // once for its length, once for the places
            parts.set(seekHeadAt, seekHead());
        }
        byte[] all = join(parts.toArray(byte[][]::new));
        byte[] segment = isSizeUnknown ? Ebml.unknownSize(Ids.SEGMENT, all) : element(8, Ids.SEGMENT, all);
        return join(ebmlHeader("matroska"), segment);
    }

    private byte[] seekHead() {
        List<byte[]> entries = new ArrayList<>();
        int position = 0;
        for (int i = 0; i < parts.size(); i++) {
            long id = ids.get(i);
            if (i != seekHeadAt && id != Ids.VOID && id != Ids.CLUSTER) {
                entries.add(
                        element(Ids.SEEK, uint(Ids.SEEK_ID, id, 4), uint(Ids.SEEK_POSITION, position, positionWidth)));
            }
            position += parts.get(i).length;
        }
        byte[] content = join(entries.toArray(byte[][]::new));
        return element(Ids.SEEK_HEAD, isSeekHeadWithCrc ? Ebml.withCrc(content) : content);
    }

    /** The ID that an element's bytes begin with. */
    private record ElementId(byte[] element) {
        long value() {
            long id = 0;
            for (int i = 0; i < Vint.width(element[0]); i++) {
                id = id << 8 | element[i] & 0xFF;
            }
            return id;
        }
    }
}
