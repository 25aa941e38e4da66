package io.arrtheaudio.adapter.files;

import io.arrtheaudio.adapter.files.header.HeaderReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Says in a few words what a file is that no format recognises, so that a wrong name is easy to see. */
final class ContentGuess {

    private static final int PACKET = 188;

    private ContentGuess() {}

    static String of(HeaderReader reader) {
        if (reader.size() == 0) {
            return "an empty file";
        }
        int length = (int) Math.min(reader.size(), PACKET + 1);
        ByteBuffer start = reader.read(0, length, "the file's start");
        byte[] bytes = new byte[length];
        start.get(bytes);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (text.startsWith("RIFF") && text.startsWith("AVI ", 8)) {
            return "an AVI file";
        }
        if (text.startsWith("OggS")) {
            return "an Ogg file";
        }
        if (text.startsWith("FLV")) {
            return "an FLV file";
        }
        if (text.startsWith("0&\u00b2u")) {
            return "an ASF (WMV) file";
        }
        if (bytes[0] == 0x47 && (length <= PACKET || bytes[PACKET] == 0x47)) {
            return "an MPEG transport stream";
        }
        if (text.startsWith("\0\0\1\u00ba")) {
            return "an MPEG program stream";
        }
        if (text.chars().allMatch(c -> c == 0)) {
            return "a file that starts with zeros only, perhaps one that is still downloaded";
        }
        return "a file of some other kind";
    }
}
