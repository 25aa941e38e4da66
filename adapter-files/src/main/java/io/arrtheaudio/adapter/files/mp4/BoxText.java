package io.arrtheaudio.adapter.files.mp4;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Text as boxes hold it. */
final class BoxText {

    /** How much of a text is read, in bytes; longer ones are cut. */
    static final int MAX_BYTES = 1_000;

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private BoxText() {}

    /** The four bytes at an index, one character for each. */
    static String fourCharacters(ByteBuffer bytes, int index) {
        return StandardCharsets.ISO_8859_1.decode(bytes.slice(index, 4)).toString();
    }

    /** Four characters with a question mark for each that no program can show. */
    static String legible(String fourCharacters) {
        return fourCharacters.replaceAll("[^\\x20-\\x7e\\xa9]", "?");
    }

    /**
     * Takes the text up to a NUL, which is taken too, or to the end: UTF-16 if it starts with its byte order mark, else
     * UTF-8, else ISO 8859-1. Control characters become spaces.
     */
    static String take(ByteBuffer bytes) {
        if (bytes.remaining() >= 2 && bytes.getShort(bytes.position()) == (short) 0xFEFF) {
            return plain(decoded(takeAll(bytes), StandardCharsets.UTF_16));
        }
        ByteBuffer text = bytes.slice();
        while (bytes.hasRemaining() && bytes.get() != 0) {
            text.position(text.position() + 1);
        }
        text.flip();
        CharBuffer chars = CharBuffer.allocate(text.remaining());
        // "Not the end" lets a letter that was cut in two at the end pass.
        boolean isUtf8 = !StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(text.duplicate(), chars, false)
                .isError();
        return plain(isUtf8 ? chars.flip().toString() : decoded(text, StandardCharsets.ISO_8859_1));
    }

    private static ByteBuffer takeAll(ByteBuffer bytes) {
        ByteBuffer all = bytes.slice();
        bytes.position(bytes.limit());
        return all;
    }

    private static String decoded(ByteBuffer bytes, Charset charset) {
        String text = charset.decode(bytes).toString();
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    private static String plain(String text) {
        return CONTROL.matcher(text).replaceAll(" ").strip();
    }
}
