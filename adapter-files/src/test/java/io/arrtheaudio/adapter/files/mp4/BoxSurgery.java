package io.arrtheaudio.adapter.files.mp4;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Puts boxes into a movie whose {@code moov} lies behind its media data, so that no offset changes. */
final class BoxSurgery {

    private static final int VIDEO_ENTRY = 86;
    private static final int AUDIO_ENTRY = 36;

    private byte[] file;

    BoxSurgery(byte[] file) {
        this.file = file;
    }

    byte[] file() {
        return file;
    }

    /**
     * Puts a box at the end of another.
     *
     * @param path types from the outermost box on; {@code trak:2} is the second one
     */
    BoxSurgery insert(byte[] box, String... path) {
        long[] sizes = new long[path.length];
        int[] offsets = new int[path.length];
        int from = 0;
        int to = file.length;
        for (int i = 0; i < path.length; i++) {
            offsets[i] = find(path[i], from, to);
            sizes[i] = ByteBuffer.wrap(file).getInt(offsets[i]);
            to = offsets[i] + (int) sizes[i];
            from = offsets[i] + head(path[i]);
        }
        byte[] changed = BoxBuilder.joined(Arrays.copyOf(file, to), box, Arrays.copyOfRange(file, to, file.length));
        for (int i = 0; i < path.length; i++) {
            ByteBuffer.wrap(changed).putInt(offsets[i], (int) sizes[i] + box.length);
        }
        file = changed;
        return this;
    }

    private static int head(String type) {
        return switch (type) {
            case "stsd" -> 16;
            case "avc1" -> VIDEO_ENTRY;
            case "mp4a" -> AUDIO_ENTRY;
            default -> 8;
        };
    }

    private int find(String name, int from, int to) {
        String type = name.substring(0, 4);
        int nth = name.length() > 4 ? Integer.parseInt(name.substring(5)) : 1;
        for (int at = from; at < to; at += ByteBuffer.wrap(file).getInt(at)) {
            if (new String(file, at + 4, 4, StandardCharsets.ISO_8859_1).equals(type) && --nth == 0) {
                return at;
            }
        }
        throw new AssertionError("there is no " + name + " from byte " + from + " to " + to);
    }
}
