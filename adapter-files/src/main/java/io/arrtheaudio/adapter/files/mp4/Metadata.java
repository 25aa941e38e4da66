package io.arrtheaudio.adapter.files.mp4;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Lists what {@code udta} and {@code meta} boxes hold (ISO/IEC 14496-12 clauses 8.10.1 and 8.11.1, QTFF "User Data Atoms"
 * and "Metadata"): the key and what tells its value from another. What programs say about themselves is left out.
 */
final class Metadata {

    private static final Set<String> OF_THE_PROGRAM =
            Set.of("\u00a9too", "\u00a9swr", "\u00a9enc", "encoder", "com.apple.quicktime.software");
    /** Not metadata, or listed in another way. */
    private static final Set<String> PASSED_OVER = Set.of("hdlr", "free", "skip", "wide", "chpl", "\0\0\0\0");
    /** A genre of a list of old, and the same in words. */
    private static final Set<String> GENRES = Set.of("gnre", "\u00a9gen");

    private static final int LONGEST_VALUE = 1 << 20;
    private static final int NUMBER = 8;
    private static final int MOST_KEYS = 10_000;

    private final BoxReader boxes;
    private final String prefix;

    /**
     * For one place.
     *
     * @param prefix what lines begin with
     */
    Metadata(BoxReader boxes, String prefix) {
        this.boxes = boxes;
        this.prefix = prefix;
    }

    List<String> ofUserData(Box udta) {
        List<String> lines = new ArrayList<>();
        for (Box box : boxes.legible(udta.body(), udta.end())) {
            if (box.is("meta")) {
                lines.addAll(ofMeta(box));
            } else if (box.is("kind")) {
                lines.add(prefix + "kind " + kind(box));
            } else if (!OF_THE_PROGRAM.contains(box.type()) && !PASSED_OVER.contains(box.type())) {
                lines.add(prefix + box.name() + " " + Digest.of(boxes, box));
            }
        }
        return lines;
    }

    private String kind(Box box) {
        ByteBuffer body = boxes.body(box, BoxText.MAX_BYTES);
        body.position(Math.min(4, body.limit()));
        return BoxText.take(body) + " = " + BoxText.take(body);
    }

    List<String> ofMeta(Box meta) {
        List<Box> parts = boxes.legible(meta.body() + head(meta), meta.end());
        List<String> keys = Media.first(parts, "keys").map(this::keys).orElse(List.of());
        List<String> lines = new ArrayList<>();
        for (Box part : parts) {
            if (part.is("ilst")) {
                boxes.legible(part.body(), part.end()).forEach(item -> addItem(lines, item, keys));
            } else if (!part.is("keys") && !PASSED_OVER.contains(part.type())) {
                lines.add(prefix + "meta " + part.name() + " " + Digest.of(boxes, part));
            }
        }
        return lines;
    }

    /** In MP4 it has a version and flags, in QuickTime not: there the handler follows at once. */
    private int head(Box meta) {
        ByteBuffer body = boxes.body(meta, BoxReader.HEADER);
        boolean isPlain = body.remaining() == BoxReader.HEADER
                && BoxText.fourCharacters(body, 4).equals("hdlr");
        return isPlain ? 0 : 4;
    }

    private List<String> keys(Box keys) {
        List<String> names = new ArrayList<>();
        for (Box key : boxes.legible(keys.body() + 8, keys.end())) {
            names.add(BoxText.take(boxes.body(key, BoxText.MAX_BYTES)));
            if (names.size() > MOST_KEYS) {
                throw boxes.damaged("the " + keys + " has more than " + MOST_KEYS + " keys");
            }
        }
        return names;
    }

    private void addItem(List<String> lines, Box item, List<String> keys) {
        List<Box> parts = boxes.legible(item.body(), item.end());
        String key = key(item, parts, keys);
        for (Box data : Media.all(parts, "data")) {
            if (GENRES.contains(item.type())) {
                lines.add(prefix + "genre");
            } else if (!OF_THE_PROGRAM.contains(key)) {
                lines.add(prefix + BoxText.legible(key) + " " + value(data));
            }
        }
    }

    /** Its type, or the number of one of the keys, or two strings in the item itself. */
    private String key(Box item, List<Box> parts, List<String> keys) {
        if (item.is("----")) {
            return text(parts, "mean") + ":" + text(parts, "name");
        }
        int index = ByteBuffer.wrap(item.type().getBytes(StandardCharsets.ISO_8859_1))
                .getInt();
        return index >= 1 && index <= keys.size() ? keys.get(index - 1) : item.type();
    }

    private String text(List<Box> parts, String type) {
        return Media.first(parts, type)
                .map(box -> boxes.body(box, BoxText.MAX_BYTES))
                .filter(body -> body.remaining() > 4)
                .map(body -> BoxText.take(body.position(4)))
                .orElse("");
    }

    /** Behind type and locale; of a number only what is not zero around it, for its width is a matter of taste. */
    private String value(Box data) {
        ByteBuffer body = boxes.body(data, LONGEST_VALUE);
        body.position(Math.min(BoxReader.HEADER, body.limit()));
        ByteBuffer value = body.slice();
        if (value.remaining() <= NUMBER) {
            while (value.hasRemaining() && value.get(value.position()) == 0) {
                value.get();
            }
            while (value.hasRemaining() && value.get(value.limit() - 1) == 0) {
                value.limit(value.limit() - 1);
            }
        }
        return Digest.of(value);
    }
}
