package io.arrtheaudio.adapter.files.mp4;

import io.arrtheaudio.domain.language.Language;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Lists what one track holds; see {@link Mp4Inventory}. */
final class TrackInventory {

    /** In a sample entry: figures for the reader's comfort, padding, and an atom that ends a list. */
    private static final Set<String> EASILY_LEFT_OUT =
            Set.of("btrt", "free", "skip", "pasp", "fiel", "gama", "frma", "enda", "\0\0\0\0");

    private static final int STSD_HEAD = 8;
    private static final int VIDEO_ENTRY = 78;

    private static final int MATRIX = 40;
    private static final int MATRIX_OF_VERSION_1 = 52;
    private static final int ONE = 0x10000;

    private final BoxReader boxes;
    private final Movie movie;
    private final Fragments fragments;
    private final Map<Integer, String> names;
    private final List<String> lines = new ArrayList<>();

    TrackInventory(BoxReader boxes, Movie movie, Fragments fragments, Map<Integer, String> names) {
        this.boxes = boxes;
        this.movie = movie;
        this.fragments = fragments;
        this.names = names;
    }

    List<String> lines(Media track) {
        String prefix = names.get(track.id()) + ": ";
        addEntries(track, prefix);
        addSamples(track, prefix);
        addLanguage(track, prefix);
        addReferences(track, prefix);
        addHeader(track, prefix);
        addEdits(track, prefix);
        for (Box part : track.parts()) {
            if (part.is("udta")) {
                lines.addAll(new Metadata(boxes, prefix).ofUserData(part));
            } else if (part.is("meta")) {
                lines.addAll(new Metadata(boxes, prefix).ofMeta(part));
            } else if (part.is("uuid")) {
                lines.add(prefix + "uuid " + Digest.of(boxes, part));
            }
        }
        return lines;
    }

    private void addEntries(Media track, String prefix) {
        for (Box stsd : Media.all(track.table(), "stsd")) {
            for (Box entry : boxes.legible(stsd.body() + STSD_HEAD, stsd.end())) {
                Set<String> inside = new TreeSet<>();
                for (Box box : insideEntry(track, stsd, entry)) {
                    if (!EASILY_LEFT_OUT.contains(box.type())) {
                        inside.add(box.name());
                    }
                }
                lines.add(prefix + entry.name() + (inside.isEmpty() ? "" : " with " + String.join(", ", inside)));
            }
        }
    }

    private List<Box> insideEntry(Media track, Box stsd, Box entry) {
        return switch (track.kind()) {
            case "video" -> boxes.legible(entry.body() + VIDEO_ENTRY, entry.end());
            case "audio" ->
                new SoundReader(boxes).codecBoxes(entry, boxes.fields(stsd, 1).get(0));
            default -> List.of();
        };
    }

    private void addSamples(Media track, String prefix) {
        long count = SampleTable.count(boxes, track.table()) + fragments.of(track);
        lines.add(prefix + "samples " + count);
        long scale = Media.first(track.media(), "mdhd").map(this::scale).orElse(0L);
        if (scale > 0 && !fragments.isAny()) {
            SampleTable.span(boxes, track.table()).ifPresent(span -> lines.add(prefix + seconds(span, scale)));
        }
    }

    /** Whole ones: a program that counts in another unit is off by a little, and each sample is counted anyway. */
    private static String seconds(long span, long scale) {
        return String.format(Locale.ROOT, "%.0f s from the first sample to the last", (double) span / scale);
    }

    private long scale(Box mdhd) {
        ByteBuffer fields = boxes.fields(mdhd, 24);
        return Integer.toUnsignedLong(fields.getInt(fields.get(0) == 1 ? 20 : 12));
    }

    private void addLanguage(Media track, String prefix) {
        List<Box> plain = Media.all(track.media(), "mdhd");
        Language language = MediaLanguage.read(boxes, plain, movie.isQuickTime());
        if (!language.equals(Language.UNDETERMINED)) {
            lines.add(prefix + "language " + language);
        }
        for (Box elng : Media.all(track.media(), "elng")) {
            ByteBuffer body = boxes.body(elng, 4 + BoxText.MAX_BYTES);
            lines.add(prefix + "elng " + BoxText.take(body.position(Math.min(4, body.limit()))));
        }
    }

    private void addReferences(Media track, String prefix) {
        for (Box reference : Media.children(boxes, track.parts(), "tref")) {
            if (!reference.is("chap")) {
                for (int id : Media.ids(boxes, reference)) {
                    lines.add(prefix + "refers by " + reference.name() + " to " + names.getOrDefault(id, "no track"));
                }
            }
        }
    }

    private void addHeader(Media track, String prefix) {
        for (Box tkhd : Media.all(track.parts(), "tkhd")) {
            if (track.kind().equals("subtitle")
                    && !TrackHeader.read(boxes, tkhd).isEnabled()) {
                lines.add(prefix + "is not shown unless asked for");
            }
            if (track.kind().equals("video") && isTurned(tkhd)) {
                lines.add(prefix + "is turned or mirrored");
            }
        }
    }

    private boolean isTurned(Box tkhd) {
        int at = boxes.fields(tkhd, 1).get(0) == 1 ? MATRIX_OF_VERSION_1 : MATRIX;
        ByteBuffer fields = boxes.fields(tkhd, at + 20);
        boolean isUpright = fields.getInt(at) == ONE
                && fields.getInt(at + 4) == 0
                && fields.getInt(at + 12) == 0
                && fields.getInt(at + 16) == ONE;
        return !isUpright;
    }

    /** One edit that begins a little later is how programs write delays of a codec; more are cuts. */
    private void addEdits(Media track, String prefix) {
        for (Box elst : Media.all(Media.children(boxes, track.parts(), "edts"), "elst")) {
            ByteBuffer fields = boxes.body(elst, 1 << 20);
            int entry = fields.remaining() > 8 && fields.get(0) == 1 ? 20 : 12;
            int cuts = 0;
            for (int at = 8; at + entry <= fields.remaining(); at += entry) {
                long start = entry == 20 ? fields.getLong(at + 8) : fields.getInt(at + 4);
                cuts += start >= 0 ? 1 : 0;
            }
            if (cuts > 1) {
                lines.add(prefix + "cut into " + cuts + " pieces by an edit list");
            }
        }
    }
}
