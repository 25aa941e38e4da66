package io.arrtheaudio.adapter.files.matroska;

import static io.arrtheaudio.adapter.files.matroska.Ebml.element;
import static io.arrtheaudio.adapter.files.matroska.Ebml.join;
import static io.arrtheaudio.adapter.files.matroska.Ebml.text;
import static io.arrtheaudio.adapter.files.matroska.Ebml.uint;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A header of random but valid shape: widths, flags, checksums, Void elements and neighbours as muxers mix them. */
record RandomLayout(Random random) {

    byte[] file() {
        MatroskaSample sample = new MatroskaSample();
        boolean isBehind = oneIn(8);
        if (isBehind || !oneIn(4)) {
            sample.addSeekHead(oneIn(2)).withPositionsOf(2 + random.nextInt(7));
        }
        List<byte[]> front = new ArrayList<>(List.of(MatroskaSample.INFO));
        if (oneIn(2)) {
            front.add(MatroskaSample.TAGS);
        }
        if (oneIn(3)) {
            front.add(MatroskaSample.CUES);
        }
        if (!isBehind) {
            front.add(random.nextInt(front.size() + 1), tracks());
        }
        for (byte[] part : front) {
            sample.add(part);
            if (oneIn(4)) {
                sample.add(Ebml.gap(2 + random.nextInt(oneIn(2) ? 6 : 300)));
            }
        }
        sample.add(MatroskaSample.CLUSTER).add(MatroskaSample.CLUSTER);
        if (isBehind) {
            sample.add(tracks());
        }
        return (oneIn(5) ? sample.withUnknownSize() : sample).build();
    }

    private byte[] tracks() {
        List<byte[]> children = new ArrayList<>();
        int count = 1 + random.nextInt(oneIn(10) ? 30 : 5);
        for (int i = 0; i < count; i++) {
            children.add(oneIn(5) ? MatroskaSample.video() : audio());
            if (oneIn(12)) {
                children.add(Ebml.gap(2 + random.nextInt(8)));
            }
        }
        children.add(audio());
        byte[] content = join(children.toArray(byte[][]::new));
        byte[] checked = oneIn(3) ? Ebml.withCrc(content) : content;
        return element(width(checked.length), Ids.TRACKS, checked);
    }

    private byte[] audio() {
        List<byte[]> children = new ArrayList<>(List.of(
                uint(Ids.TRACK_NUMBER, 1 + random.nextInt(100)),
                uint(Ids.TRACK_TYPE, 2),
                element(Ids.AUDIO, uint(Ids.CHANNELS, 1 + random.nextInt(8)))));
        if (oneIn(2)) {
            children.add(text(Ids.LANGUAGE, List.of("eng", "jpn", "ger").get(random.nextInt(3))));
        }
        if (oneIn(2)) {
            children.add(text(Ids.NAME, "x".repeat(random.nextInt(140))));
        }
        if (!oneIn(3)) {
            children.add(random.nextInt(children.size() + 1), flag());
        }
        byte[] content = join(children.toArray(byte[][]::new));
        byte[] checked = oneIn(15) ? Ebml.withCrc(content) : content;
        return element(width(checked.length), Ids.TRACK_ENTRY, checked);
    }

    private byte[] flag() {
        return switch (random.nextInt(8)) {
            case 0 -> element(Ids.FLAG_DEFAULT);
            case 1 -> uint(Ids.FLAG_DEFAULT, random.nextInt(2), 1 + random.nextInt(4));
            case 2 -> element(2, Ids.FLAG_DEFAULT, new byte[] {1});
            default -> uint(Ids.FLAG_DEFAULT, random.nextInt(2), 1);
        };
    }

    private int width(int size) {
        int least = Vint.minimalWidth(size);
        return oneIn(2) ? least : least + random.nextInt(9 - least);
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }
}
