package io.arrtheaudio.adapter.files.mp4;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A track of any kind, as far as its boxes tell.
 *
 * @param id its number in the file (ISO/IEC 14496-12 clause 8.3.2); 0 if it tells none
 * @param kind {@code video}, {@code audio}, {@code subtitle}, or its handler's four characters
 * @param handler its handler's four characters as they are (clause 8.4.3)
 * @param parts the boxes in {@code trak}
 * @param media the boxes in {@code mdia}
 * @param table the boxes in {@code stbl}
 */
record Media(int id, String kind, String handler, List<Box> parts, List<Box> media, List<Box> table) {

    private static final int HANDLER_TYPE = 8;
    private static final int MOST_REFERENCES = 1_000;
    private static final int ID = 12;
    private static final int ID_OF_VERSION_1 = 20;

    Media {
        parts = List.copyOf(parts);
        media = List.copyOf(media);
        table = List.copyOf(table);
    }

    static Media read(BoxReader boxes, Box trak) {
        List<Box> parts = boxes.children(trak);
        List<Box> media = children(boxes, parts, "mdia");
        List<Box> table = children(boxes, children(boxes, media, "minf"), "stbl");
        String handler = first(media, "hdlr")
                .map(hdlr -> BoxText.fourCharacters(boxes.fields(hdlr, HANDLER_TYPE + 4), HANDLER_TYPE))
                .orElse("none");
        int id = first(parts, "tkhd").map(tkhd -> id(boxes, tkhd)).orElse(0);
        return new Media(id, kind(handler), handler, parts, media, table);
    }

    private static int id(BoxReader boxes, Box tkhd) {
        ByteBuffer fields = boxes.fields(tkhd, ID_OF_VERSION_1 + 4);
        return fields.getInt(fields.get(0) == 1 ? ID_OF_VERSION_1 : ID);
    }

    /** Programs differ in what they call the handler of subtitles. */
    private static String kind(String handler) {
        return switch (handler) {
            case "vide" -> "video";
            case "soun" -> "audio";
            case "text", "sbtl", "subt" -> "subtitle";
            default -> BoxText.legible(handler).strip();
        };
    }

    /** The boxes in all boxes of a type; none if there is no such box. */
    static List<Box> children(BoxReader boxes, List<Box> of, String type) {
        return first(of, type).map(boxes::children).orElse(List.of());
    }

    static Optional<Box> first(List<Box> boxes, String type) {
        return boxes.stream().filter(box -> box.is(type)).findFirst();
    }

    static List<Box> all(List<Box> boxes, String type) {
        return boxes.stream().filter(box -> box.is(type)).toList();
    }

    /** The IDs of tracks in a box that refers to them (clause 8.3.3). */
    static List<Integer> ids(BoxReader boxes, Box reference) {
        ByteBuffer ids = boxes.body(reference, Integer.BYTES * MOST_REFERENCES);
        return IntStream.range(0, ids.remaining() / Integer.BYTES)
                .mapToObj(i -> ids.getInt(Integer.BYTES * i))
                .toList();
    }
}
