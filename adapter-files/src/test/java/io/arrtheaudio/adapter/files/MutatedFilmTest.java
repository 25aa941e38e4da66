package io.arrtheaudio.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.edit.UndoOutcome;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.kit.InMemoryTempDir;
import io.arrtheaudio.port.in.FixOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Films of real programs whose headers were damaged at random, fixed by everything that touches a file in the real program.
 * Any end is fine but a surprise, more heap than this module's tests have, a failure that is ours, and a change of media
 * data.
 */
class MutatedFilmTest {

    @TempDir(factory = InMemoryTempDir.class)
    static Path folder;

    @TestFactory
    Stream<DynamicTest> damaged_headers_never_cost_media_data() {
        MediaFactory make = new MediaFactory(folder);
        Path two = make.ffmpeg("ffmpeg.mkv", 2);
        return Stream.of(
                        two,
                        make.ffmpeg("ffmpeg-no-crc.mkv", 3, "-write_crc32", "0", "-disposition:a", "default"),
                        make.ffmpeg("ffmpeg-cues-in-front.mkv", 2, "-cues_to_front", "1", "-disposition:a", "default"),
                        make.mkvmerge("mkvmerge.mkv", two),
                        make.webm("ffmpeg.webm", 2),
                        make.copy("end.mp4", two),
                        make.copy("faststart.mp4", two, "-movflags", "+faststart"),
                        make.copy("fragmented.mp4", two, "-movflags", "frag_keyframe+empty_moov"),
                        make.copy("film.mov", two))
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> mutate(file)));
    }

    private void mutate(Path file) throws IOException {
        MutatedFilm film = MutatedFilm.of(Files.readAllBytes(file));
        assertThat(film.bytes()).isEqualTo(Files.readAllBytes(file));
        assertThat(film.media(film.bytes())).isNotEmpty().allMatch(media -> media.length > 1_000);
        int rounds = Boolean.getBoolean("long") ? 20_000 : 1_000;
        Map<String, Integer> outcomes = new TreeMap<>();
        for (int seed = 0; seed < rounds; seed++) {
            Random random = new Random(seed);
            MutatedFilm mutated = film;
            for (int i = random.nextInt(3); i >= 0; i--) {
                mutated = mutated.mutated(random);
            }
            outcomes.merge(outcomeOf(mutated, "seed " + seed + " of " + file.getFileName()), 1, Integer::sum);
        }
        assertThat(outcomes).containsKeys("changed", "failed");
    }

    private String outcomeOf(MutatedFilm film, String name) throws IOException {
        byte[] before = film.bytes();
        Path file = Files.write(folder.resolve("mutated"), before);
        FixOptions options = FixOptions.within(file).withLanguages(List.of(new Language("jpn", "", "")));
        RealProgram program = RealProgram.start();
        Outcome outcome;
        try {
            outcome = program.fix().fix(file, options);
        } catch (RuntimeException | Error e) {
            throw new AssertionError(name, e);
        }
        byte[] after = Files.readAllBytes(file);
        if (outcome instanceof Outcome.Failed failed) {
            assertThat(failed.remedy()).as("%s: %s", name, failed.problem()).isNotEqualTo(Remedy.REPORT_BUG);
        }
        if (outcome instanceof Outcome.Changed) {
            assertThat(after).as(name).hasSameSizeAs(before);
            List<byte[]> media = film.media(after);
            List<byte[]> mediaBefore = film.media(before);
            for (int i = 0; i < media.size(); i++) {
                assertThat(media.get(i)).as("media data, %s", name).isEqualTo(mediaBefore.get(i));
            }
            assertThat(program.fix().fix(file, options))
                    .as("again, %s", name)
                    .isInstanceOf(Outcome.AlreadyCorrect.class);
            assertThat(program.undo(file)).as("undo, %s", name).hasOnlyElementsOfType(UndoOutcome.Undone.class);
            assertThat(Files.readAllBytes(file)).as("undone, %s", name).isEqualTo(before);
        } else {
            assertThat(after).as(name).isEqualTo(before);
        }
        return outcome.word();
    }
}
