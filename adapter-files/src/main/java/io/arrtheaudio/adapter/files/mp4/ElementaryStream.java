package io.arrtheaudio.adapter.files.mp4;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * Codec and channels from the descriptors of an {@code esds} box (ISO/IEC 14496-1 clause 7.2.6; object types:
 * mp4ra.org), and for AAC from its AudioSpecificConfig (ISO/IEC 14496-3 clause 1.6.2.1).
 */
final class ElementaryStream {

    private static final int FULL_BOX = 4;
    private static final int ES_DESCRIPTOR = 3;
    private static final int DECODER_CONFIG = 4;
    private static final int DECODER_SPECIFIC = 5;
    private static final int PARAMETRIC_STEREO = 29;
    /** Channels by channelConfiguration; 0 where the number stands elsewhere or nowhere. */
    private static final int[] CHANNELS_OF_CONFIGURATION = {0, 1, 2, 3, 4, 5, 6, 8, 0, 0, 0, 7, 8, 24, 8, 0};

    private ElementaryStream() {}

    static Sound refine(Sound sound, ByteBuffer esds) {
        Sound refined = sound;
        try {
            enterDecoderConfig(esds);
            int objectType = Byte.toUnsignedInt(esds.get());
            refined = new Sound(codecOf(objectType), sound.channels());
            skip(esds, 12); // stream type, buffer size, bit rates
            if (refined.codec().equals("aac") && enter(esds, DECODER_SPECIFIC)) {
                int channels = channels(esds);
                return channels == 0 ? refined : new Sound(refined.codec(), channels);
            }
        } catch (BufferUnderflowException e) {
            return refined; // it ends early; what was told so far holds
        }
        return refined;
    }

    private static void enterDecoderConfig(ByteBuffer esds) {
        skip(esds, FULL_BOX);
        if (enter(esds, ES_DESCRIPTOR)) {
            skip(esds, 2); // ES_ID
            int flags = esds.get();
            skip(esds, (flags & 0x80) != 0 ? 2 : 0); // the stream it depends on
            skip(esds, (flags & 0x40) != 0 ? Byte.toUnsignedInt(esds.get()) : 0); // a URL
            skip(esds, (flags & 0x20) != 0 ? 2 : 0); // its clock
            if (enter(esds, DECODER_CONFIG)) {
                return;
            }
        }
        throw new BufferUnderflowException();
    }

    /** Moves behind the tag and the length of a descriptor, if it is of this kind. */
    private static boolean enter(ByteBuffer descriptors, int tag) {
        if (descriptors.get() != tag) {
            return false;
        }
        for (int i = 0; i < 4 && descriptors.get() < 0; i++) {
            // the top bit says that another byte of the length follows
        }
        return true;
    }

    private static void skip(ByteBuffer bytes, int count) {
        if (count > bytes.remaining()) {
            throw new BufferUnderflowException();
        }
        bytes.position(bytes.position() + count);
    }

    private static String codecOf(int objectType) {
        return switch (objectType) {
            case 0x40, 0x66, 0x67, 0x68 -> "aac";
            case 0x69, 0x6B -> "mp3";
            case 0xA5 -> "ac3";
            case 0xA6 -> "eac3";
            case 0xA9, 0xAA, 0xAB, 0xAC -> "dts";
            case 0xAD -> "opus";
            case 0xDD -> "vorbis";
            default -> "mp4a";
        };
    }

    private static int channels(ByteBuffer config) {
        long bits = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            bits = bits << 8 | (config.hasRemaining() ? Byte.toUnsignedInt(config.get()) : 0);
        }
        int objectType = (int) (bits >>> 59);
        int at = objectType == 31 ? 11 : 5; // an escape: six more bits
        boolean isExplicitRate = (bits << at >>> 60) == 15;
        int configuration = (int) (bits << at + (isExplicitRate ? 28 : 4) >>> 60);
        // Parametric stereo makes two channels of one.
        return objectType == PARAMETRIC_STEREO && configuration == 1 ? 2 : CHANNELS_OF_CONFIGURATION[configuration];
    }
}
