package io.arrtheaudio.adapter.files.mp4;

import java.nio.ByteBuffer;

/**
 * The fields of a {@code tkhd} box that matter here (ISO/IEC 14496-12 clause 8.3.2).
 *
 * @param version 0 or 1; of any other nobody knows yet what its fields mean
 * @param flagsAt offset of the lowest byte of its flags in the file
 * @param flags that byte
 * @param alternateGroup 0 if the track is no alternative to another
 */
record TrackHeader(int version, long flagsAt, byte flags, int alternateGroup) {

    /** {@code track_enabled}, which players take for "default". */
    private static final int ENABLED = 1;

    private static final int FLAGS = 3;
    private static final int GROUP = 34;
    /** Version 1 has two times and a duration of 64 bits in front of the group. */
    private static final int GROUP_OF_VERSION_1 = GROUP + 12;

    static TrackHeader read(BoxReader boxes, Box tkhd) {
        int version = boxes.fields(tkhd, 1).get(0);
        int group = version == 1 ? GROUP_OF_VERSION_1 : GROUP;
        ByteBuffer fields = boxes.fields(tkhd, group + 2);
        return new TrackHeader(version, tkhd.body() + FLAGS, fields.get(FLAGS), fields.getShort(group));
    }

    boolean isKnown() {
        return version == 0 || version == 1;
    }

    boolean isEnabled() {
        return (flags & ENABLED) != 0;
    }

    /** The byte with the enabled bit as asked for and all its other bits as they are. */
    byte flagsWhenEnabled(boolean enabled) {
        return (byte) (enabled ? flags | ENABLED : flags & ~ENABLED);
    }
}
