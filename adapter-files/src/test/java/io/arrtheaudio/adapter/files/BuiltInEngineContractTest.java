package io.arrtheaudio.adapter.files;

import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.Container;
import io.arrtheaudio.kit.EngineContract;
import io.arrtheaudio.kit.FolderDisk;
import io.arrtheaudio.kit.TestDisk;
import io.arrtheaudio.kit.TinyMatroska;
import io.arrtheaudio.kit.TinyMp4;
import io.arrtheaudio.port.out.DefaultTrackPlanner;
import io.arrtheaudio.port.out.EditWriter;
import io.arrtheaudio.port.out.MediaFiles;
import io.arrtheaudio.port.out.MediaInspector;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The built-in engine on a real disk, with headers of several shapes. */
class BuiltInEngineContractTest {

    @Nested
    class Files_that_write_every_flag_out extends OnDisk {
        @Override
        protected byte[] sample(Container container, List<AudioTrack> tracks) {
            return container == Container.MP4
                    ? TinyMp4.with(tracks).toBytes()
                    : TinyMatroska.with(tracks).toBytes();
        }
    }

    @Nested
    class Files_that_leave_out_flags_and_have_some_room extends OnDisk {
        @Override
        protected byte[] sample(Container container, List<AudioTrack> tracks) {
            return TinyMatroska.with(tracks).withImplicitDefaults().withVoid(64).toBytes();
        }

        @Override
        protected Set<Container> containers() {
            return Set.of(Container.MATROSKA);
        }
    }

    @Nested
    class Files_with_checksums extends OnDisk {
        @Override
        protected byte[] sample(Container container, List<AudioTrack> tracks) {
            return TinyMatroska.with(tracks)
                    .withImplicitDefaults()
                    .withVoid(200)
                    .withChecksums()
                    .toBytes();
        }

        @Override
        protected Set<Container> containers() {
            return Set.of(Container.MATROSKA);
        }
    }

    @Nested
    class Files_with_the_header_at_the_end extends OnDisk {
        @Override
        protected byte[] sample(Container container, List<AudioTrack> tracks) {
            return TinyMp4.with(tracks).withMoovLast().toBytes();
        }

        @Override
        protected Set<Container> containers() {
            return Set.of(Container.MP4);
        }
    }

    private abstract static class OnDisk extends EngineContract {

        private final DiskMediaFiles files = new DiskMediaFiles();
        private final BuiltInEngine engine = new BuiltInEngine();
        private final PatchWriter writer = new PatchWriter();
        private FolderDisk disk;

        @BeforeEach
        void layOut(@TempDir Path folder) {
            disk = new FolderDisk(folder);
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
            return engine;
        }

        @Override
        protected DefaultTrackPlanner planner() {
            return engine;
        }

        @Override
        protected EditWriter writer() {
            return writer;
        }
    }
}
