package io.arrtheaudio.adapter.files.mp4;

import java.nio.ByteBuffer;

/** Channels of AC-3 and E-AC-3 from their boxes {@code dac3} and {@code dec3} (ETSI TS 102 366 annex F). */
final class DolbyDigital {

    /** Full-range channels by {@code acmod}. */
    private static final int[] CHANNELS_OF_MODE = {2, 1, 2, 3, 3, 4, 4, 5};
    /** Channels that each bit of {@code chan_loc} adds, the lowest bit first. */
    private static final int[] CHANNELS_OF_LOCATION = {2, 2, 1, 1, 2, 2, 2, 1, 1};

    private DolbyDigital() {}

    static Sound refineByDac3(Sound sound, ByteBuffer dac3) {
        if (dac3.remaining() < 3) {
            return sound;
        }
        // fscod 2 bits, bsid 5, bsmod 3, acmod 3, lfeon 1
        int bits = Short.toUnsignedInt(dac3.getShort(0));
        return new Sound(sound.codec(), CHANNELS_OF_MODE[bits >> 3 & 7] + (bits >> 2 & 1));
    }

    static Sound refineByDec3(Sound sound, ByteBuffer dec3) {
        if (dec3.remaining() < 5) {
            return sound;
        }
        // data_rate 13 bits, num_ind_sub 3; fscod 2, bsid 5, reserved 1, asvc 1, bsmod 3, acmod 3, lfeon 1
        int bits = dec3.get(3);
        int channels = CHANNELS_OF_MODE[bits >> 1 & 7] + (bits & 1);
        // reserved 3 bits, num_dep_sub 4, chan_loc 9 if there is a dependent substream
        boolean hasDependent = (dec3.get(4) >> 1 & 15) > 0;
        return new Sound(
                sound.codec(), hasDependent && dec3.remaining() >= 6 ? channels + added(dec3.getShort(4)) : channels);
    }

    private static int added(int locations) {
        int channels = 0;
        for (int bit = 0; bit < CHANNELS_OF_LOCATION.length; bit++) {
            channels += (locations >> bit & 1) * CHANNELS_OF_LOCATION[bit];
        }
        return channels;
    }
}
