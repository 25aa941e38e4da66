package io.arrtheaudio.adapter.files.mp4;

import io.arrtheaudio.domain.language.Language;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * The language of a track: {@code elng} (ISO/IEC 14496-12 clause 8.4.6, BCP 47) before {@code mdhd} (clause 8.4.2: three
 * letters packed in 5 bits each; in QuickTime files also Macintosh numbers, QTFF "Language Code Values").
 */
final class MediaLanguage {

    private static final int FULL_BOX = 4;
    private static final int LONGEST_TAG = 64;
    private static final int LANGUAGE = 20;
    /** Version 1 has two times and a duration of 64 bits in front of the language. */
    private static final int LANGUAGE_OF_VERSION_1 = LANGUAGE + 12;
    /** The smallest packed code; below are Macintosh numbers. */
    private static final int PACKED = 0x400;

    private MediaLanguage() {}

    /**
     * Reads it.
     *
     * @param media the boxes inside {@code mdia}
     */
    static Language read(BoxReader boxes, List<Box> media, boolean isQuickTime) {
        for (Box box : media) {
            if (box.is("elng")) {
                Optional<Language> extended = extended(boxes, box);
                if (extended.isPresent()) {
                    return extended.get();
                }
            }
        }
        for (Box box : media) {
            if (box.is("mdhd")) {
                return ofCode(code(boxes, box), isQuickTime);
            }
        }
        return Language.UNDETERMINED;
    }

    private static Optional<Language> extended(BoxReader boxes, Box elng) {
        ByteBuffer body = boxes.body(elng, FULL_BOX + LONGEST_TAG);
        return body.remaining() <= FULL_BOX
                ? Optional.empty()
                : Language.fromTag(BoxText.take(body.position(FULL_BOX)));
    }

    private static int code(BoxReader boxes, Box mdhd) {
        int language = boxes.fields(mdhd, 1).get(0) == 1 ? LANGUAGE_OF_VERSION_1 : LANGUAGE;
        return boxes.fields(mdhd, language + 2).getShort(language) & 0x7FFF;
    }

    /** What is no three letters, such as 0x7FFF for "unspecified", is no language. */
    static Language ofCode(int code, boolean isQuickTime) {
        if (code < PACKED) {
            return isQuickTime ? MacLanguages.of(code) : Language.UNDETERMINED;
        }
        return Language.fromTag(letter(code >> 10) + letter(code >> 5) + letter(code))
                .orElse(Language.UNDETERMINED);
    }

    private static String letter(int bits) {
        return Character.toString(0x60 + (bits & 0x1F));
    }
}
