package io.arrtheaudio.adapter.files.matroska;

import io.arrtheaudio.adapter.files.header.HeaderFormat;
import io.arrtheaudio.adapter.files.header.HeaderReader;
import io.arrtheaudio.domain.edit.Bytes;
import io.arrtheaudio.domain.edit.EditPlan;
import io.arrtheaudio.domain.edit.Patch;
import io.arrtheaudio.port.out.PlannedEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Plans the bytes that make some audio tracks of a Matroska file, nearly always one, the only defaults: by flipping flags that are there; else by
 * writing Tracks anew where it stands and in the Void behind it; else by moving its neighbours into Void elements further
 * away. Tracks never moves behind the Clusters, and the file keeps its length.
 */
final class DefaultSwitch {

    /** In so many regions a plan is tried; where these fail, because of the SeekHead, others will. */
    private static final int MOST_REGIONS = 8;

    private final HeaderReader file;
    private final MatroskaHeader header;
    private final TracksElement tracks;
    private final List<TrackEntry> audio;
    private final Set<TrackEntry> chosen;

    DefaultSwitch(HeaderReader file, MatroskaHeader header, TracksElement tracks, Set<Integer> defaults) {
        this.file = file;
        this.header = header;
        this.tracks = tracks;
        this.audio = tracks.audioEntries();
        for (int position : defaults) {
            if (position < 1 || position > audio.size()) {
                throw file.damaged(
                        "it has " + audio.size() + " audio tracks now, and audio " + position + " was chosen");
            }
        }
        this.chosen =
                defaults.stream().map(position -> audio.get(position - 1)).collect(Collectors.toUnmodifiableSet());
    }

    PlannedEdit plan() {
        List<TrackEntry> wrong = audio.stream()
                .filter(entry -> entry.isDefault() != chosen.contains(entry))
                .toList();
        if (wrong.isEmpty()) {
            return new PlannedEdit.Possible(new EditPlan(List.of(), "nothing to do"), HeaderFormat.ENGINE);
        }
        Optional<String> obstacle = obstacle();
        if (obstacle.isPresent()) {
            return new PlannedEdit.Unsupported(obstacle.get() + "; mkvpropedit or a remux by mkvmerge would do it");
        }
        verifyExtent();
        verifyChecksums();
        return change(wrong)
                .<PlannedEdit>map(plan -> new PlannedEdit.Possible(plan, HeaderFormat.ENGINE))
                .orElseGet(
                        () -> new PlannedEdit.Unsupported("its header has no room for the flags before the media data;"
                                + " mkvpropedit would do it by moving the track headers, or a remux by mkvmerge"));
    }

    /** What makes an edit unsafe whatever room there is. */
    private Optional<String> obstacle() {
        if (header.hasMoreTracks()) {
            return Optional.of("it has a second Tracks element");
        }
        if (header.front().stream().anyMatch(element -> element.id() == Ids.CRC_32)) {
            return Optional.of("its Segment has a checksum over the whole file");
        }
        if (header.longestSize() < Vint.MAX_WIDTH) {
            return Optional.of("its EBML header allows only sizes of up to " + header.longestSize() + " bytes");
        }
        if (!header.isTracksInFront() && !new HeaderWalk(file).isTopLevel(tracks.element(), header)) {
            return Optional.of("it is not certain that its Tracks element behind the media data does not lie inside"
                    + " another element");
        }
        return obstacleInTracks();
    }

    private Optional<String> obstacleInTracks() {
        if (Crc.isMisplaced(tracks.children())
                || tracks.entries().stream()
                        .anyMatch(entry -> Crc.isMisplaced(entry.fields().children()))) {
            return Optional.of("a checksum in its Tracks element is not where it must be");
        }
        if (!tracks.entries().stream().allMatch(TrackEntry::isClear)) {
            return Optional.of("readers do not agree on what its tracks are");
        }
        if (audio.stream().anyMatch(entry -> entry.flagDefaults().size() > 1)) {
            return Optional.of("an audio track says twice whether it is the default");
        }
        return Optional.empty();
    }

    /** A file that claims more than is there is still copied or cut off; one that claims less contradicts itself. */
    private void verifyExtent() {
        Element segment = header.segment();
        if (segment.isUnknownSize()) {
            return;
        }
        if (segment.end() > file.size()) {
            throw file.unfinished("its Segment claims " + segment.end() + " bytes but the file has " + file.size()
                    + "; is it complete?");
        }
        boolean reachesOver = tracks.element().end() > segment.end()
                || header.front().stream().anyMatch(element -> element.end() > segment.end());
        if (reachesOver) {
            throw file.damaged("its header reaches over the end of its Segment at byte " + segment.end());
        }
    }

    /** A wrong checksum means damage (RFC 8794 section 14.2). */
    private void verifyChecksums() {
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

    private Optional<EditPlan> change(List<TrackEntry> wrong) {
        Regions regions = new Regions(header);
        return flips(wrong)
                .or(() -> rewrite(regions.inPlace(), "write Tracks anew in its place"))
                .or(() -> rewrite(regions.wider(), "repack the header before the media data"));
    }

    private Optional<EditPlan> rewrite(List<Region> regions, String method) {
        return rewrite(regions, false, method).or(() -> rewrite(regions, true, method));
    }

    private Optional<EditPlan> rewrite(List<Region> regions, boolean mayDropCrc, String method) {
        int shortest = new TracksDraft(tracks, chosen).shortest(mayDropCrc);
        return regions.stream()
                .filter(region -> region.room() >= shortest)
                .limit(MOST_REGIONS)
                .flatMap(region -> within(region, mayDropCrc, method).stream())
                .findFirst();
    }

    /** Single bytes, new defaults set first; only where no checksum must change with them. */
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
        wrong.stream().filter(chosen::contains).map(this::flip).forEach(patches::add);
        wrong.stream().filter(entry -> !chosen.contains(entry)).map(this::flip).forEach(patches::add);
        return Optional.of(new EditPlan(patches, "flip " + wrong.size() + (wrong.size() == 1 ? " flag" : " flags")));
    }

    private Patch flip(TrackEntry entry) {
        long inEntry = entry.flagDefaults().get(0).contentOffset();
        long offset = tracks.element().contentOffset() + entry.element().contentOffset() + inEntry;
        byte was = entry.fields().content()[(int) inEntry];
        return new Patch(offset, Bytes.of(was), Bytes.of((byte) (chosen.contains(entry) ? 1 : 0)));
    }

    private Optional<EditPlan> within(Region region, boolean mayDropCrc, String method) {
        return new TracksDraft(tracks, chosen)
                .fit(region.room(), mayDropCrc)
                .flatMap(bytes -> new RegionDraft(file, header, region, bytes).patch())
                .map(patch -> new EditPlan(List.of(patch), method));
    }
}
