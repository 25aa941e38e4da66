package io.arrtheaudio.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.Container;
import io.arrtheaudio.domain.media.TrackFlag;
import io.arrtheaudio.port.out.DefaultTrackPlanner;
import io.arrtheaudio.port.out.EditWriter;
import io.arrtheaudio.port.out.InspectedFile;
import io.arrtheaudio.port.out.MediaFiles;
import io.arrtheaudio.port.out.MediaInspector;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryEngineTest extends EngineContract {

    private final InMemoryMediaFiles disk = new InMemoryMediaFiles(new StoppedClock(Instant.EPOCH));
    private final InMemoryEngine engine = new InMemoryEngine(disk);
    private final InMemoryEditWriter writer = new InMemoryEditWriter(disk);

    @Override
    protected TestDisk disk() {
        return disk;
    }

    @Override
    protected MediaFiles files() {
        return disk;
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

    @Override
    protected byte[] sample(Container container, List<AudioTrack> tracks) {
        return InMemoryEngine.paper(container, tracks);
    }

    @Test
    void every_flag_can_be_on_paper() {
        AudioTrack track = Tracks.track(1, "por-BR", "all", "dts", 8, TrackFlag.values());
        Path file = disk.put("film.mkv", InMemoryEngine.paper(Container.MATROSKA, List.of(track)));

        assertThat(engine.inspect(file))
                .isInstanceOfSatisfying(
                        InspectedFile.Media.class,
                        media -> assertThat(media.file().audio()).containsExactly(track));
    }

    @Test
    void an_interrupted_thread_cannot_read() {
        Path file = disk.put("film.mkv", InMemoryEngine.paper(Container.MATROSKA, Tracks.three(1)));

        Thread.currentThread().interrupt();
        try {
            assertThatExceptionOfType(AudioFixException.class).isThrownBy(() -> engine.inspect(file));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
