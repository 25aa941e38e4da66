package io.arrtheaudio.adapter.files.matroska;

import static io.arrtheaudio.adapter.files.matroska.Ebml.element;
import static io.arrtheaudio.adapter.files.matroska.Ebml.join;
import static io.arrtheaudio.adapter.files.matroska.Ebml.text;
import static io.arrtheaudio.adapter.files.matroska.Ebml.uint;
import static io.arrtheaudio.adapter.files.matroska.MatroskaSample.CLUSTER;
import static io.arrtheaudio.adapter.files.matroska.MatroskaSample.INFO;
import static io.arrtheaudio.adapter.files.matroska.MatroskaSample.audio;
import static io.arrtheaudio.adapter.files.matroska.MatroskaSample.language;
import static io.arrtheaudio.adapter.files.matroska.MatroskaSample.tracks;
import static io.arrtheaudio.adapter.files.matroska.MatroskaSample.video;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.arrtheaudio.domain.failure.AudioFixException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever a file claims: a clear failure or a sane answer, quickly, and nothing else. */
class BadMatroskaTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    @RegisterExtension
    private final Planned planned = new Planned();

    private static byte[] good() {
        return new MatroskaSample()
                .addSeekHead(true)
                .add(Ebml.gap(20))
                .add(INFO)
                .add(element(Ids.TRACKS, Ebml.withCrc(video(), audio(language("eng")), audio(language("jpn")))))
                .add(MatroskaSample.TAGS)
                .add(CLUSTER)
                .build();
    }

    /** Reads and plans; any exception but the program's own fails the test. */
    private boolean survives(byte[] file) {
        try {
            if (planned.recognises(file)) {
                planned.tracks(file);
                planned.plan(file, 2);
                return true;
            }
        } catch (AudioFixException e) {
            assertThat(e.getMessage()).contains("scratch.mkv");
        }
        return false;
    }

    private void fails(byte[] file, String... words) {
        assertThatThrownBy(() -> planned.tracks(file))
                .isInstanceOf(AudioFixException.class)
                .hasMessageContainingAll(words);
    }

    @Test
    void a_file_cut_off_at_any_byte_is_survived_and_never_planned_for() {
        byte[] file = good();
        for (int length = 0; length < file.length; length++) {
            assertThat(survives(Arrays.copyOf(file, length)))
                    .as("cut to " + length)
                    .isFalse();
        }
        assertThat(survives(file)).isTrue();
    }

    @Test
    void any_single_changed_byte_is_survived() {
        byte[] file = good();
        for (int at = 0; at < file.length; at++) {
            for (int value : new int[] {0x00, 0x01, 0x7F, 0x80, 0xFF, file[at] ^ 0x10}) {
                byte[] changed = file.clone();
                changed[at] = (byte) value;
                survives(changed);
            }
        }
    }

    @Tag("campaign")
    @Test
    void random_mutations_are_survived() {
        byte[] file = good();
        int rounds = Boolean.getBoolean("long") ? 1_000_000 : 5_000;
        for (int seed = 0; seed < rounds; seed++) {
            byte[] changed = mutated(file, new Random(seed));
            try {
                survives(changed);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("with seed " + seed, e);
            }
        }
    }

    private static byte[] mutated(byte[] file, Random random) {
        byte[] changed = file.clone();
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            int at = random.nextInt(changed.length);
            switch (random.nextInt(4)) {
                case 0 -> changed[at] = (byte) random.nextInt(256);
                case 1 -> changed[at] ^= (byte) (1 << random.nextInt(8));
                case 2 ->
                    System.arraycopy(
                            file, random.nextInt(file.length - 8), changed, Math.min(at, changed.length - 8), 8);
                default -> changed = Arrays.copyOf(changed, Math.max(8, changed.length - random.nextInt(8)));
            }
        }
        return changed;
    }

    @Test
    void a_tracks_element_of_a_petabyte_is_refused() {
        byte[] claim = ByteBuffer.allocate(12)
                .putInt((int) Ids.TRACKS)
                .putLong(0x0104_0000_0000_0000L)
                .array();
        byte[] segment = element(8, Ids.SEGMENT, claim);

        fails(join(MatroskaSample.ebmlHeader("matroska"), segment), "claims to go on behind the file's end");
    }

    @Test
    void a_track_that_is_longer_than_tracks_is_refused() {
        byte[] claim = {(byte) 0xAE, (byte) 0xFE};
        byte[] file = new MatroskaSample()
                .add(element(Ids.TRACKS, claim))
                .add(CLUSTER)
                .build();

        fails(file, "more bytes than its parent has");
    }

    @Test
    void two_hundred_thousand_empty_elements_are_refused() {
        byte[] empties = new byte[400_000];
        for (int i = 0; i < empties.length; i += 2) {
            empties[i] = (byte) Ids.VOID;
            empties[i + 1] = (byte) 0x80;
        }

        fails(new MatroskaSample().add(empties).add(tracks(audio())).build(), "more than 1000 elements");
        fails(new MatroskaSample().add(tracks(empties)).build(), "more than 100000 elements");
    }

    @Test
    void twenty_thousand_nested_elements_are_just_one_unknown_child() {
        byte[] nest = {};
        for (int i = 0; i < 1_000; i++) {
            nest = element(8, Ids.AUDIO, nest);
        }
        ByteBuffer deep = ByteBuffer.allocate(20_000 * 9);
        for (int i = 19_999; i >= 0; i--) {
            deep.put((byte) Ids.AUDIO);
            Vint.put(deep, 9L * i, 8);
        }
        byte[] file = new MatroskaSample()
                .add(tracks(audio(deep.array()), audio(nest)))
                .add(CLUSTER)
                .build();

        assertThat(planned.tracks(file)).hasSize(2);
    }

    @Test
    void seek_heads_that_point_at_each_other_end() {
        byte[] loop = element(
                Ids.SEEK_HEAD,
                element(Ids.SEEK, uint(Ids.SEEK_ID, Ids.SEEK_HEAD, 4), uint(Ids.SEEK_POSITION, 0)),
                element(Ids.SEEK, uint(Ids.SEEK_ID, Ids.TRACKS, 4), uint(Ids.SEEK_POSITION, -1L, 8)));

        fails(new MatroskaSample().add(loop).add(CLUSTER).build(), "no Tracks element");
    }

    /** Void claims the bytes, so what it holds are remains, or its size is wrong; writing there would break the file. */
    @Test
    void tracks_inside_a_void_are_not_found_through_the_seek_head() {
        byte[] tracks = tracks(audio(language("eng")), audio(language("jpn")), Ebml.gap(20));
        byte[] swallowed = element(Ids.VOID, tracks);
        int inVoid = swallowed.length - tracks.length;
        byte[] head = element(
                Ids.SEEK_HEAD,
                element(Ids.SEEK, uint(Ids.SEEK_ID, Ids.TRACKS, 4), uint(Ids.SEEK_POSITION, 22L + inVoid, 4)));
        assertThat(head).hasSize(22);

        fails(new MatroskaSample().add(head).add(swallowed).add(CLUSTER).build(), "no Tracks element");
    }

    @Test
    void hundreds_of_thousands_of_empty_elements_inside_the_tracks_are_refused() {
        byte[] empties = new byte[2 * 9_990];
        for (int i = 0; i < empties.length; i += 2) {
            empties[i] = (byte) Ids.VOID;
            empties[i + 1] = (byte) 0x80;
        }
        byte[] bombs = join(Collections.nCopies(40, audio(empties)).toArray(byte[][]::new));

        fails(new MatroskaSample().add(tracks(bombs)).add(CLUSTER).build(), "elements, more than any real");
    }

    @Test
    void very_many_parts_and_places_to_try_end_soon() {
        byte[] unknown = join(Collections.nCopies(8_900, element(0xFB)).toArray(byte[][]::new));
        byte[] entries = join(Collections.nCopies(999, audio()).toArray(byte[][]::new));
        MatroskaSample sample = new MatroskaSample();
        for (int i = 0; i < 15; i++) {
            sample.add(Ebml.gap(2)).add(MatroskaSample.TAGS);
        }
        sample.add(tracks(unknown, entries, audio()));
        for (int i = 0; i < 15; i++) {
            sample.add(MatroskaSample.TAGS).add(Ebml.gap(2));
        }
        byte[] file = sample.add(CLUSTER).build();

        assertTimeoutPreemptively(
                SOON, () -> assertThat(planned.unsupported(file, 2)).contains("no room"));
    }

    @Test
    void texts_of_megabytes_are_cut() {
        String name = "\u00fc".repeat(1_500_000);
        byte[] file = new MatroskaSample()
                .add(tracks(audio(text(Ids.NAME, name)), audio(text(Ids.CODEC_ID, "A_" + "x".repeat(1_000_000)))))
                .add(Ebml.gap(30))
                .add(CLUSTER)
                .build();

        assertThat(planned.tracks(file).get(0).title()).hasSize(500).matches("\u00fc+");
        assertThat(planned.tracks(file).get(1).codec()).hasSizeLessThan(1_001);
        assertThat(planned.possible(file, 2).size()).isPositive();
    }

    @Test
    void zeros_where_elements_should_be_are_named_by_their_place() {
        fails(new MatroskaSample().add(INFO).add(new byte[5_000]).build(), "no element at byte");
    }

    @Test
    void noise_is_not_recognised_or_refused() {
        for (int seed = 0; seed < 500; seed++) {
            byte[] noise = new byte[200];
            new Random(seed).nextBytes(noise);
            assertThat(survives(noise)).isFalse();
            assertThat(survives(join(MatroskaSample.ebmlHeader("matroska"), noise)))
                    .as("seed " + seed)
                    .isFalse();
        }
    }
}
