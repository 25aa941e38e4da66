package io.arrtheaudio.kit;

import io.arrtheaudio.domain.edit.Bytes;
import io.arrtheaudio.domain.edit.EditPlan;
import io.arrtheaudio.domain.edit.Patch;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.Container;
import io.arrtheaudio.domain.media.MediaFile;
import io.arrtheaudio.domain.media.TrackFlag;
import io.arrtheaudio.port.out.DefaultTrackPlanner;
import io.arrtheaudio.port.out.InspectedFile;
import io.arrtheaudio.port.out.MediaInspector;
import io.arrtheaudio.port.out.PlannedEdit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads and plans for files in memory that {@link #paper} made: their default flags are real bytes at real offsets.
 * Strict: like a channel, it cannot read on a thread that is interrupted.
 *
 * <p>Thread-safe.
 */
public final class InMemoryEngine implements MediaInspector, DefaultTrackPlanner {

    private final InMemoryMediaFiles disk;

    /** Reads from this disk only. */
    public InMemoryEngine(InMemoryMediaFiles disk) {
        this.disk = disk;
    }

    /** The content of a file that has these audio tracks and every one of their flags. */
    public static byte[] paper(Container container, List<AudioTrack> tracks) {
        return Paper.write(container, tracks);
    }

    @Override
    public InspectedFile inspect(Path file) {
        byte[] content = read(file);
        if (content.length == 0) {
            return new InspectedFile.Other("an empty file");
        }
        if (!Paper.isPaper(content)) {
            return new InspectedFile.Other("a file of some other kind");
        }
        Paper paper = paper(file, content);
        return new InspectedFile.Media(new MediaFile(file, paper.container(), paper.tracks()));
    }

    @Override
    public PlannedEdit plan(MediaFile file, Set<Integer> defaults) {
        Path path = file.path();
        byte[] content = read(path);
        if (!Paper.isPaper(content)) {
            throw damaged(path, "it is no media file any more");
        }
        Paper paper = paper(path, content);
        for (int position : defaults) {
            if (position > paper.tracks().size()) {
                throw damaged(path, "it has no audio track " + position);
            }
        }
        List<Patch> patches = new ArrayList<>();
        for (AudioTrack each : paper.tracks()) {
            boolean shouldBe = defaults.contains(each.position());
            if (each.is(TrackFlag.DEFAULT) != shouldBe) {
                int offset = paper.defaults().get(each.position() - 1);
                Patch patch = new Patch(offset, Bytes.of(content[offset]), Bytes.of((byte) (shouldBe ? 1 : 0)));
                patches.add(shouldBe ? 0 : patches.size(), patch); // the new default first, then the others
            }
        }
        return new PlannedEdit.Possible(new EditPlan(patches, "flip " + patches.size() + " flags"), "paper");
    }

    private byte[] read(Path file) {
        if (Thread.currentThread().isInterrupted()) {
            throw new AudioFixException(Remedy.RETRY_LATER, "cannot read " + file + ": the thread was interrupted");
        }
        return disk.content(file);
    }

    private static Paper paper(Path file, byte[] content) {
        return Paper.read(content).orElseThrow(() -> damaged(file, "it is damaged; is it complete?"));
    }

    private static AudioFixException damaged(Path file, String found) {
        return new AudioFixException(Remedy.FIX_FILE, "cannot read audio tracks of " + file + ": " + found);
    }
}
