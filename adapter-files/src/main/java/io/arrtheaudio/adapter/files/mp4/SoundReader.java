package io.arrtheaudio.adapter.files.mp4;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads codec and channels from the first entry of {@code stsd} (ISO/IEC 14496-12 clause 12.2.3, QTFF "Sound Sample
 * Description" versions 0 to 2). The codec's own box is believed before the entry's channel count, which is 2 in many
 * files whatever they hold. Only for people and for ranking, so nothing here can be damaged: what makes no sense is passed
 * over.
 */
final class SoundReader {

    private static final int STSD_HEAD = 8;
    private static final int ENTRY = 28;
    private static final int VERSION = 8;
    private static final int CHANNELS = 16;
    private static final int MORE_IN_VERSION_1 = 16;
    private static final int MORE_IN_VERSION_2 = 36;
    private static final int CHANNELS_OF_VERSION_2 = 40;
    private static final int CODEC_BOX = 512;

    private final BoxReader boxes;

    SoundReader(BoxReader boxes) {
        this.boxes = boxes;
    }

    Sound read(Box stsd) {
        return boxes.legible(stsd.body() + STSD_HEAD, stsd.end()).stream()
                .findFirst()
                .map(entry -> ofEntry(entry, boxes.fields(stsd, 1).get(0)))
                .orElse(Sound.UNKNOWN);
    }

    private Sound ofEntry(Box entry, int stsdVersion) {
        ByteBuffer fields = boxes.body(entry, ENTRY + MORE_IN_VERSION_2);
        if (fields.remaining() < ENTRY) {
            return new Sound(Sound.codecOf(entry.type()), 0);
        }
        boolean isVersion2 = more(fields, stsdVersion) == MORE_IN_VERSION_2;
        int channels =
                isVersion2 ? fields.getInt(CHANNELS_OF_VERSION_2) : Short.toUnsignedInt(fields.getShort(CHANNELS));
        return refined(new Sound(Sound.codecOf(entry.type()), channels), codecBoxes(entry, stsdVersion));
    }

    /**
     * The boxes behind an entry's fields, which tell about the codec.
     *
     * @param stsdVersion that of the box in which the entry lies
     */
    List<Box> codecBoxes(Box entry, int stsdVersion) {
        ByteBuffer fields = boxes.body(entry, ENTRY + MORE_IN_VERSION_2);
        return fields.remaining() < ENTRY
                ? List.of()
                : codecBoxes(entry.body() + ENTRY + more(fields, stsdVersion), entry.end());
    }

    /** How many more fields the entry has than in its first version. */
    private static int more(ByteBuffer fields, int stsdVersion) {
        int version = fields.getShort(VERSION);
        if (version == 1 && stsdVersion == 0) { // in ISO files such an entry needs stsd version 1 and adds nothing
            return MORE_IN_VERSION_1;
        }
        return version == 2 && fields.remaining() >= ENTRY + MORE_IN_VERSION_2 ? MORE_IN_VERSION_2 : 0;
    }

    /** What follows an entry's fields; QuickTime may wrap it in a {@code wave} atom. */
    private List<Box> codecBoxes(long from, long to) {
        List<Box> found = new ArrayList<>();
        for (Box box : boxes.legible(from, to)) {
            found.addAll(box.is("wave") ? boxes.legible(box.body(), box.end()) : List.of(box));
        }
        return found;
    }

    private Sound refined(Sound sound, List<Box> codecBoxes) {
        Sound refined = sound;
        for (Box box : codecBoxes) {
            refined = switch (box.type()) {
                case "esds" -> ElementaryStream.refine(refined, boxes.body(box, CODEC_BOX));
                case "dac3" -> DolbyDigital.refineByDac3(refined, boxes.body(box, CODEC_BOX));
                case "dec3" -> DolbyDigital.refineByDec3(refined, boxes.body(box, CODEC_BOX));
                default -> refined;
            };
        }
        return refined;
    }
}
