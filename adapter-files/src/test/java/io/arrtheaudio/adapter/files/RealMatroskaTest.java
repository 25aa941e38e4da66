package io.arrtheaudio.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.edit.EditPlan;
import io.arrtheaudio.domain.edit.Patch;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.MediaFile;
import io.arrtheaudio.domain.media.TrackFlag;
import io.arrtheaudio.port.out.InspectedFile;
import io.arrtheaudio.port.out.PlannedEdit;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Files as ffmpeg, mkvmerge and mkvpropedit write them: three tools must agree on what became of them. */
class RealMatroskaTest {

    @TempDir
    static Path folder;

    private final BuiltInEngine engine = new BuiltInEngine();

    @TestFactory
    Stream<DynamicTest> the_wanted_track_becomes_the_only_default() {
        return layouts().stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> switchAndJudge(file)));
    }

    private static List<Path> layouts() {
        MatroskaFactory make = new MatroskaFactory(folder);
        String[] allDefault = {"-disposition:a:0", "default", "-disposition:a:1", "default"};
        List<Path> files = new ArrayList<>();
        Path two = make.ffmpeg("ffmpeg.mkv", 2);
        files.add(two);
        files.add(make.ffmpeg("ffmpeg-two-defaults.mkv", 2, allDefault));
        files.add(make.ffmpeg("ffmpeg-no-crc.mkv", 2, "-write_crc32", "0", "-disposition:a:1", "default"));
        files.add(make.ffmpeg("ffmpeg-no-default.mkv", 2, "-disposition:a:0", "0", "-disposition:a:1", "0"));
        Path six = make.ffmpeg("ffmpeg-six-defaults.mkv", 6, "-disposition:a", "default");
        files.add(six);
        Path thirty = make.ffmpeg("ffmpeg-thirty.mkv", 30, "-disposition:a", "default");
        files.add(thirty);
        files.add(make.ffmpeg("ffmpeg-live.mkv", 3, "-live", "1", "-disposition:a", "default"));
        files.add(make.ffmpeg("ffmpeg-cues-in-front.mkv", 3, "-cues_to_front", "1", "-disposition:a", "default"));
        files.add(
                make.ffmpeg("ffmpeg-index-space.mkv", 3, "-reserve_index_space", "4096", "-disposition:a", "default"));
        files.add(make.webm("ffmpeg.webm", 2, allDefault));
        files.add(make.mkvmerge("mkvmerge.mkv", two));
        files.add(make.mkvmerge("mkvmerge-six.mkv", six));
        files.add(make.mkvmerge("mkvmerge-thirty.mkv", thirty));
        files.add(make.mkvmerge(
                "mkvmerge-explicit.mkv", two, "--default-track-flag", "1:yes", "--default-track-flag", "2:no"));
        files.add(make.mkvmerge("mkvmerge-no-cues.mkv", two, "--no-cues", "--clusters-in-meta-seek"));
        files.add(make.mkvmerge("mkvmerge.webm", files.get(9), "--webm"));
        files.add(make.mkvmerge("mkvmerge-named.mkv", two, "--track-name", "1:Stereo", "--language", "2:pt-BR"));
        String longName = "name=" + "a name that is too long for the room in front of the clusters ".repeat(6);
        Path behind = make.ffmpeg("mkvpropedit-tracks-behind.mkv", 2, allDefault);
        files.add(make.mkvpropedit(behind, "--edit", "track:a1", "--set", longName));
        Path edited = make.mkvmerge("mkvpropedit.mkv", two);
        files.add(make.mkvpropedit(edited, "--edit", "track:a1", "--set", "flag-default=0"));
        return files;
    }

    private void switchAndJudge(Path file) throws IOException {
        String hash = MediaTools.streamHash(file);
        long length = Files.size(file);
        int last = inspect(file).audio().size();
        for (int position : List.of(last, 1, Math.max(1, last - 1))) {
            byte[] before = Files.readAllBytes(file);
            EditPlan plan = plan(file, position);
            write(file, plan);
            assertThat(MediaTools.defaultsByFfprobe(file)).as("ffprobe").containsExactly(position);
            assertThat(MediaTools.defaultsByMkvmerge(file)).as("mkvmerge").containsExactly(position);
            assertThat(MediaTools.defaultsByMediainfo(file)).as("mediainfo").containsExactly(position);
            assertThat(Files.size(file)).isEqualTo(length);
            assertThat(plan(file, position).patches()).as("a second plan").isEmpty();
            byte[] after = Files.readAllBytes(file);
            write(file, plan.inverse());
            assertThat(Files.readAllBytes(file)).isEqualTo(before);
            Files.write(file, after);
        }
        assertThat(MediaTools.streamHash(file)).isEqualTo(hash);
        assertThat(inspect(file).audio().stream().filter(track -> track.is(TrackFlag.DEFAULT)))
                .hasSize(1);
    }

    private MediaFile inspect(Path file) {
        return engine.inspect(file).fold(InspectedFile.Media::file, other -> {
            throw new AssertionError(file + " is " + other.what());
        });
    }

    private EditPlan plan(Path file, int position) {
        MediaFile media = inspect(file);
        AudioTrack track = media.audio().get(position - 1);
        return engine.plan(media, track).fold(PlannedEdit.Possible::plan, unsupported -> {
            throw new AssertionError(file + ": " + unsupported.why());
        });
    }

    private static void write(Path file, EditPlan plan) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (Patch patch : plan.patches()) {
                channel.write(ByteBuffer.wrap(patch.becomes().toArray()), patch.offset());
            }
        }
    }
}
