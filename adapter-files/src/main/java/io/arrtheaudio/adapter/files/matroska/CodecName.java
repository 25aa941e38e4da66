package io.arrtheaudio.adapter.files.matroska;

import java.util.Locale;

/** The short name of a Matroska codec ID (RFC 9559 section 5.1.4.1.21 and the Matroska codec registry). */
final class CodecName {

    private CodecName() {}

    static String of(String codecId) {
        String id = codecId.toLowerCase(Locale.ROOT);
        String name = id.startsWith("a_") ? id.substring(2) : id;
        if (name.startsWith("mpeg/l")) {
            return "mp" + name.substring("mpeg/l".length());
        }
        int end = name.indexOf('/');
        return end < 0 || name.startsWith("ms/") ? name : name.substring(0, end);
    }
}
