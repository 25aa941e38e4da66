package io.arrtheaudio.adapter.files.mp4;

import java.nio.ByteBuffer;
import java.util.regex.Pattern;

/**
 * The name in a {@code hdlr} box (ISO/IEC 14496-12 clause 8.4.3): a C string, in QuickTime files a Pascal string. Many
 * programs put the track's title there, others a name of their own, which is none.
 */
final class HandlerName {

    private static final int NAME = 24;
    private static final Pattern MEANINGLESS = Pattern.compile(
            "(.* )?(sound|audio) ?(media ?)?handler?|core media audio|iso media file produced by google.*|soun|sound|audio",
            Pattern.CASE_INSENSITIVE);

    private HandlerName() {}

    /** The title it holds, empty if it holds none. */
    static String title(BoxReader boxes, Box hdlr, boolean isQuickTime) {
        ByteBuffer body = boxes.body(hdlr, NAME + BoxText.MAX_BYTES);
        if (body.remaining() <= NAME) {
            return "";
        }
        ByteBuffer name = body.position(NAME).slice();
        if (isPascal(name, isQuickTime)) {
            int length = Byte.toUnsignedInt(name.get());
            name.limit(1 + length);
        }
        String text = BoxText.take(name);
        return MEANINGLESS.matcher(text).matches() ? "" : text;
    }

    /** In an MP4 file only what cannot be a C string counts: the right length in front and no NUL at the end. */
    private static boolean isPascal(ByteBuffer name, boolean isQuickTime) {
        int length = Byte.toUnsignedInt(name.get(0));
        int rest = name.limit() - 1;
        return isQuickTime ? length <= rest : length == rest && name.get(rest) != 0;
    }
}
