package io.arrtheaudio.adapter.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.adapter.files.DiskMediaFiles;
import io.arrtheaudio.adapter.files.PatchWriter;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.Container;
import io.arrtheaudio.kit.EngineContract;
import io.arrtheaudio.kit.FolderDisk;
import io.arrtheaudio.kit.TestDisk;
import io.arrtheaudio.port.out.DefaultTrackPlanner;
import io.arrtheaudio.port.out.EditWriter;
import io.arrtheaudio.port.out.MediaFiles;
import io.arrtheaudio.port.out.MediaInspector;
import io.arrtheaudio.port.out.Rewriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The tools engine on real files; each try costs several processes. */
class ToolEngineContractTest extends EngineContract {

    private static final int EFFORT = Boolean.getBoolean("long") ? 1_000 : 6;

    @TempDir
    private static Path made;

    private static Samples samples;

    private final DiskMediaFiles files = new DiskMediaFiles();
    private final PatchWriter writer = new PatchWriter();
    private final Tools tools = new Tools(ToolSettings.DEFAULT);
    private FolderDisk disk;
    private WholeCopies standIns;

    @BeforeAll
    static void makeSamples() {
        samples = new Samples(made);
    }

    @BeforeEach
    void layOut(@TempDir Path folder, @TempDir Path copies) {
        disk = new FolderDisk(folder);
        standIns = new WholeCopies(copies);
    }

    @AfterEach
    void nothing_is_left() {
        assertThat(standIns.open()).as("stand-ins that were not closed").isZero();
    }

    @Override
    protected TestDisk disk() {
        return disk;
    }

    @Override
    protected MediaFiles files() {
        return files;
    }

    @Override
    protected MediaInspector inspector() {
        return new ToolInspector(tools);
    }

    @Override
    protected DefaultTrackPlanner planner() {
        return new ToolPlanner(tools, standIns);
    }

    @Override
    protected EditWriter writer() {
        return writer;
    }

    @Override
    protected Rewriter rewriter() {
        return new FfmpegRewriter(tools);
    }

    @Override
    protected boolean plansPatches(Container container) {
        return container == Container.MATROSKA;
    }

    @Override
    protected byte[] sample(Container container, List<AudioTrack> tracks) {
        return samples.of(container, tracks);
    }

    @Override
    protected int effort() {
        return EFFORT;
    }
}
