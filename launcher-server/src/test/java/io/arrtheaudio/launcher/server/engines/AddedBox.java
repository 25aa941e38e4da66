package io.arrtheaudio.launcher.server.engines;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Puts boxes into MP4 files whose {@code moov} is last, so that no offset changes. */
final class AddedBox {

    private AddedBox() {}

    /**
     * At the end of another box.
     *
     * @param path types from the outermost box on, each the first one behind the one before; {@code trak:2} is the second
     */
    static byte[] into(byte[] film, byte[] box, String... path) {
        byte[] longer = Arrays.copyOf(film, film.length + box.length);
        int at = 0;
        int end = film.length;
        for (String step : path) {
            int count = step.length() > 4 ? step.charAt(5) - '0' : 1;
            for (int i = 0; i < count; i++) {
                at = indexOf(film, step.substring(0, 4), at + 1);
            }
            ByteBuffer size = ByteBuffer.wrap(longer, at - 4, 4);
            end = at - 4 + size.getInt(at - 4);
            size.putInt(at - 4, size.getInt(at - 4) + box.length);
        }
        System.arraycopy(film, end, longer, end + box.length, film.length - end);
        System.arraycopy(box, 0, longer, end, box.length);
        return longer;
    }

    static byte[] box(String type, byte[] content) {
        return ByteBuffer.allocate(8 + content.length)
                .putInt(8 + content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
    }

    private static int indexOf(byte[] film, String type, int from) {
        return new String(film, StandardCharsets.ISO_8859_1).indexOf(type, from);
    }
}
