package io.arrtheaudio.adapter.files.matroska;

import io.arrtheaudio.adapter.files.header.HeaderReader;
import io.arrtheaudio.domain.edit.Bytes;
import io.arrtheaudio.domain.edit.EditPlan;
import io.arrtheaudio.domain.edit.Patch;
import io.arrtheaudio.port.out.PlannedEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plans the bytes that make one audio track of a Matroska file the only default: by flipping flags that are there; else by
 * writing Tracks anew where it stands and in the Void behind it; else by moving its neighbours into Void elements further
 * away. Tracks never moves behind the Clusters, and the file keeps its length.
 */
final class DefaultSwitch {

    private final HeaderReader file;
    private final MatroskaHeader header;
    private final TracksElement tracks;
    private final List<TrackEntry> audio;
    private final TrackEntry chosen;

    DefaultSwitch(HeaderReader file, MatroskaHeader header, TracksElement tracks, int position) {
        this.file = file;
        this.header = header;
        this.tracks = tracks;
        this.audio = tracks.audioEntries();
        if (position > audio.size()) {
            throw file.damaged("it has " + audio.size() + " audio tracks now, and audio " + position + " was chosen");
        }
        this.chosen = audio.get(position - 1);
    }

    PlannedEdit plan() {
        List<TrackEntry> wrong = audio.stream()
                .filter(entry -> entry.isDefault() != (entry == chosen))
                .toList();
        if (wrong.isEmpty()) {
            return new PlannedEdit.Possible(new EditPlan(List.of(), "nothing to do"));
        }
        Optional<String> obstacle = obstacle();
        if (obstacle.isPresent()) {
            return new PlannedEdit.Unsupported(obstacle.get() + "; mkvpropedit or a remux by mkvmerge would do it");
        }
        verifyChecksums();
        return rewrite(wrong)
                .<PlannedEdit>map(PlannedEdit.Possible::new)
                .orElseGet(
                        () -> new PlannedEdit.Unsupported("its header has no room for the flags before the media data;"
                                + " mkvpropedit would do it by moving the track headers, or a remux by mkvmerge"));
    }

    /** What makes an edit unsafe whatever room there is. */
    private Optional<String> obstacle() {
        if (header.hasMoreTracks()) {
            return Optional.of("it has a second Tracks element");
        }
        if (!header.front().isEmpty() && header.front().get(0).id() == Ids.CRC_32) {
            return Optional.of("its Segment has a checksum over the whole file");
        }
        if (Crc.isMisplaced(tracks.children())
                || tracks.entries().stream()
                        .anyMatch(entry -> Crc.isMisplaced(entry.fields().children()))) {
            return Optional.of("a checksum in its Tracks element is not where it must be");
        }
        if (audio.stream().anyMatch(entry -> entry.flagDefaults().size() > 1)) {
            return Optional.of("an audio track says twice whether it is the default");
        }
        return Optional.empty();
    }

    /** A file that claims more than is there is still copied or cut off; a wrong checksum means damage (RFC 8794 14.2). */
    private void verifyChecksums() {
        Element segment = header.segment();
        if (!segment.isUnknownSize() && segment.end() > file.size()) {
            throw file.damaged("its Segment claims " + segment.end() + " bytes but the file has " + file.size()
                    + "; is it complete?");
        }
        boolean isRight = tracks.crc().map(crc -> crc.isRight(tracks.content())).orElse(true)
                && tracks.entries().stream()
                        .allMatch(entry -> Crc.first(entry.fields().children())
                                .map(crc -> crc.isRight(entry.fields().content()))
                                .orElse(true));
        if (!isRight) {
            throw file.damaged("the checksum of its Tracks element is wrong, so the header may be damaged; a remux by"
                    + " mkvmerge writes a new one");
        }
    }

    private Optional<EditPlan> rewrite(List<TrackEntry> wrong) {
        Optional<EditPlan> flips = flips(wrong);
        if (flips.isPresent()) {
            return flips;
        }
        Regions regions = new Regions(header);
        for (boolean mayDropCrc : List.of(false, true)) {
            for (Region region : regions.inPlace()) {
                Optional<EditPlan> plan = within(region, mayDropCrc, "write Tracks anew in its place");
                if (plan.isPresent()) {
                    return plan;
                }
            }
        }
        for (boolean mayDropCrc : List.of(false, true)) {
            for (Region region : regions.wider()) {
                Optional<EditPlan> plan = within(region, mayDropCrc, "repack the header before the media data");
                if (plan.isPresent()) {
                    return plan;
                }
            }
        }
        return Optional.empty();
    }

    /** Single bytes, the new default set first; only where no checksum must change with them. */
    private Optional<EditPlan> flips(List<TrackEntry> wrong) {
        boolean isPlain = tracks.crc().isEmpty()
                && wrong.stream()
                        .allMatch(entry -> Crc.first(entry.fields().children()).isEmpty()
                                && entry.flagDefaults().size() == 1
                                && entry.flagDefaults().get(0).size() == 1);
        if (!isPlain) {
            return Optional.empty();
        }
        List<Patch> patches = new ArrayList<>();
        wrong.stream().filter(entry -> entry == chosen).map(this::flip).forEach(patches::add);
        wrong.stream().filter(entry -> entry != chosen).map(this::flip).forEach(patches::add);
        return Optional.of(new EditPlan(patches, "flip " + wrong.size() + (wrong.size() == 1 ? " flag" : " flags")));
    }

    private Patch flip(TrackEntry entry) {
        long inEntry = entry.flagDefaults().get(0).contentOffset();
        long offset = tracks.element().contentOffset() + entry.element().contentOffset() + inEntry;
        byte was = entry.fields().content()[(int) inEntry];
        return new Patch(offset, Bytes.of(was), Bytes.of((byte) (entry == chosen ? 1 : 0)));
    }

    private Optional<EditPlan> within(Region region, boolean mayDropCrc, String method) {
        return new TracksDraft(tracks, chosen)
                .fit(region.room(), mayDropCrc)
                .flatMap(bytes -> new RegionDraft(file, header, region, bytes).patch())
                .map(patch -> new EditPlan(List.of(patch), method));
    }
}
