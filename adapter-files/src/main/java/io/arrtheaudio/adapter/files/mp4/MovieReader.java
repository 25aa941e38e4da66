package io.arrtheaudio.adapter.files.mp4;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Walks over the outermost boxes of a file to find its {@code moov}, wherever it lies, reading headers only. Goes on
 * behind the first {@code moov} to see whether there is another, but not into fragments (ISO/IEC 14496-12 clause 8.8):
 * there may be thousands, and none holds a track header.
 */
final class MovieReader {

    /** What may lie behind the {@code moov}; anything else that ends too late there is a tag or padding, not a box. */
    private static final Set<String> OUTERMOST = Set.of(
            "ftyp", "moov", "mdat", "free", "skip", "wide", "pnot", "uuid", "meta", "moof", "mfra", "sidx", "ssix",
            "styp", "emsg", "prft", "pdin", "udta");

    private final BoxReader boxes;
    private final List<Box> moovs = new ArrayList<>();
    private List<Box> children = List.of();
    private boolean isQuickTime = true;
    private boolean isFragmented;

    private MovieReader(BoxReader boxes) {
        this.boxes = boxes;
    }

    static Movie read(BoxReader boxes) {
        return new MovieReader(boxes).read();
    }

    private Movie read() {
        long size = boxes.fileSize();
        for (long at = 0; size - at >= BoxReader.HEADER && !isFragmented; ) {
            Box box = boxes.at(at, size);
            if (!box.fitsBefore(size)) {
                if (!moovs.isEmpty() && !OUTERMOST.contains(box.type())) {
                    break;
                }
                throw boxes.cutOff(box);
            }
            take(box);
            at = box.end();
        }
        if (moovs.isEmpty()) {
            throw boxes.unfinished("it has no moov box, which tells the tracks"
                    + (isFragmented ? ", in front of its fragments" : "") + "; is it complete?");
        }
        return new Movie(moovs, children, isQuickTime);
    }

    private void take(Box box) {
        switch (box.type()) {
            case "ftyp" ->
                isQuickTime = BoxText.fourCharacters(boxes.fields(box, 4), 0).equals("qt  ");
            case "moov" -> takeMoov(box);
            case "moof" -> isFragmented = true;
            default -> {}
        }
    }

    private void takeMoov(Box moov) {
        if (moovs.isEmpty()) {
            children = boxes.children(moov);
            isFragmented = children.stream().anyMatch(box -> box.is("mvex"));
        }
        moovs.add(moov);
    }
}
