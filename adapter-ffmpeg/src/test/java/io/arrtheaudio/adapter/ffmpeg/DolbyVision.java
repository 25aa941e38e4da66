package io.arrtheaudio.adapter.ffmpeg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Gives the picture of an MP4 file, whose {@code moov} must be last, a Dolby Vision configuration box ("Dolby Vision
 * Streams Within the ISO Base Media File Format", section 2.2). Nothing in the picture follows it; players are not asked.
 */
final class DolbyVision {

    private static final List<String> AROUND = List.of("moov", "trak", "mdia", "minf", "stbl", "stsd", "avc1");

    private DolbyVision() {}

    static Path added(Path file) {
        try {
            byte[] content = Files.readAllBytes(file);
            byte[] box = box();
            int at = 0;
            int end = 0;
            for (String type : AROUND) {
                at = indexOf(content, type, at);
                ByteBuffer size = ByteBuffer.wrap(content, at - 4, 4).slice();
                end = at - 4 + size.getInt(0);
                size.putInt(0, size.getInt(0) + box.length);
            }
            byte[] longer = Arrays.copyOf(content, content.length + box.length);
            System.arraycopy(content, end, longer, end + box.length, content.length - end);
            System.arraycopy(box, 0, longer, end, box.length);
            return Files.write(file, longer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Version 1.0, profile 9 (AVC), level 3, with RPU and base layer, compatible to SDR. */
    private static byte[] box() {
        ByteBuffer box = ByteBuffer.allocate(32);
        box.putInt(32).put("dvvC".getBytes(StandardCharsets.US_ASCII));
        box.put((byte) 1)
                .put((byte) 0)
                .putShort((short) (9 << 9 | 3 << 3 | 0b101))
                .put((byte) (2 << 4));
        return box.array();
    }

    private static int indexOf(byte[] content, String type, int from) {
        return new String(content, StandardCharsets.ISO_8859_1).indexOf(type, from);
    }
}
