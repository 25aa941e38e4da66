package io.arrtheaudio.adapter.files.mp4;

import static io.arrtheaudio.adapter.files.mp4.BoxBuilder.box;
import static io.arrtheaudio.adapter.files.mp4.BoxBuilder.bytes;
import static io.arrtheaudio.adapter.files.mp4.BoxBuilder.claiming;
import static io.arrtheaudio.adapter.files.mp4.BoxBuilder.joined;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.ENG;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.FTYP;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.JPN;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.MDAT;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.audio;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.elng;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.entry;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.hdlr;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.indexOf;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.kind;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.mdhd;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.moov;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.tkhd;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.tkhdVersion1;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.trak;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.video;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Obstacle;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.media.AudioTrack;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged and hostile files: a clear failure or a sane result, soon, and never anything else. */
class Mp4DamageTest {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int MANY = 200_000;
    /** Something of everything that is read. */
    private static final byte[] RICH = joined(
            FTYP,
            moov(
                    video(),
                    audio(
                            tkhd(3, 1),
                            joined(mdhd(ENG), elng("en-GB")),
                            kind("urn:mpeg:dash:role:2011", "commentary"),
                            box("name", bytes().utf8("Tonspur – 1").done())),
                    trak(
                            tkhdVersion1(2, 0),
                            mdhd(JPN),
                            hdlr("soun", bytes().text("Japanese").u8(0).done()),
                            entry(
                                    "ec-3",
                                    2,
                                    box(
                                            "dec3",
                                            bytes().u8(0, 0x20, 0x20, 0x0F, 2, 2)
                                                    .done())))),
            box("free", new byte[9]));

    @TempDir
    private Path folder;

    @Test
    void a_file_cut_at_any_byte_fails_clearly_unless_all_tracks_are_there() throws IOException {
        List<AudioTrack> whole = file(RICH).tracks();
        int moovEnd = RICH.length - 17;
        for (int length = 0; length < RICH.length; length++) {
            Mp4File cut = file(Arrays.copyOf(RICH, length));
            Optional<List<AudioTrack>> tracks = tracksOrFailure(cut, "cut at byte " + length);
            boolean isFreeCut = length >= moovEnd + BoxReader.HEADER;
            if (length < moovEnd || isFreeCut) {
                assertThat(tracks).as("cut at byte %d", length).isEmpty();
            } else {
                assertThat(tracks).as("cut at byte %d", length).contains(whole);
            }
        }
    }

    @Tag("campaign")
    @Test
    void any_damaged_header_gives_a_failure_of_ours_or_a_result() throws IOException {
        Mp4File file = file(RICH);
        try (FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.WRITE)) {
            for (int seed = 0; seed < 15_000; seed++) {
                byte[] mutated = mutated(new Random(seed));
                channel.truncate(mutated.length);
                channel.write(ByteBuffer.wrap(mutated), 0);
                tracksOrFailure(file, "seed " + seed);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "moov, 1", "mvhd, 1", "trak, 1", "trak, 3", "tkhd, 1", "mdia, 2", "hdlr, 3", "minf, 2", "stbl, 2", "stsd, 2",
        "udta, 1"
    })
    void a_box_that_reaches_out_of_its_parent_is_named_with_its_place(String type, int nth) {
        byte[] file = RICH.clone();
        int at = indexOf(file, type, nth) - 4;
        file[at] = 0x10;

        assertThatThrownBy(file(file)::tracks)
                .isInstanceOf(AudioFixException.class)
                .hasMessageContaining(type + " box at byte " + at)
                .satisfies(e -> assertThat(((AudioFixException) e).remedy()).isEqualTo(Remedy.FIX_FILE));
    }

    @Test
    void a_box_smaller_than_its_own_header_is_named_with_its_place() {
        byte[] file = RICH.clone();
        int at = indexOf(file, "mdia", 1) - 4;
        file[at + 2] = 0;
        file[at + 3] = 7;

        assertThatThrownBy(file(file)::tracks)
                .isInstanceOf(AudioFixException.class)
                .hasMessageContaining("mdia box at byte " + at + " claims 7 bytes, fewer than its own header");
    }

    @Test
    void a_file_that_contradicts_itself_will_not_become_complete_but_one_that_ends_early_may() {
        assertFailure(joined(FTYP, claiming("mdat", 1, new byte[0])), "claims 1 bytes, fewer than its own header");
        assertThat(obstacleIn(joined(FTYP, claiming("mdat", 7, new byte[9])))).isEqualTo(Obstacle.NONE);
        assertThat(obstacleIn(joined(FTYP, claiming("mdat", 90, new byte[9])))).isEqualTo(Obstacle.UNFINISHED);
    }

    private Obstacle obstacleIn(byte[] content) {
        return catchThrowableOfType(AudioFixException.class, file(content)::tracks)
                .obstacle();
    }

    @Test
    void headers_that_are_too_short_are_named() {
        assertFailure(
                Mp4Sample.file(audio(box("tkhd", new byte[20]), mdhd(ENG))), "tkhd box", "holds 20 bytes but needs 36");
        assertFailure(Mp4Sample.file(audio(tkhd(3, 1), box("mdhd", new byte[21]))), "mdhd box", "needs 22");
        assertFailure(Mp4Sample.file(trak(tkhd(3, 1), mdhd(ENG), box("hdlr"), new byte[0])), "hdlr box", "needs 12");
        assertFailure(joined(box("ftyp"), moov()), "ftyp box at byte 0", "needs 4");
    }

    @Test
    void an_audio_track_without_tkhd_is_named() {
        assertFailure(Mp4Sample.file(audio(new byte[0], mdhd(ENG))), "trak box at byte 140", "no tkhd");
    }

    @Test
    void strange_characters_in_a_type_do_not_reach_the_message() {
        assertFailure(joined(FTYP, claiming("\u001b[2J", 4, new byte[8])), "?[2J box at byte 24");
    }

    @ParameterizedTest
    @ValueSource(strings = {"free", "trak", "moov", "mdat", "udta"})
    void very_many_empty_boxes_at_the_top_end_soon(String type) {
        byte[] many = repeated(box(type));
        assertThatItEndsSoon(joined(FTYP, many, moov(audio(3, ENG))));
        assertThatItEndsSoon(joined(FTYP, moov(audio(3, ENG)), many));
    }

    @Tag("campaign")
    @ParameterizedTest
    @ValueSource(
            strings = {"free", "trak", "mdia", "tkhd", "udta", "name", "kind", "hdlr", "stbl", "mp4a", "esds", "wave"})
    void very_many_empty_boxes_at_any_level_end_soon(String type) {
        byte[] many = repeated(box(type));
        byte[] silent = hdlr("soun", new byte[1]);
        assertThatItEndsSoon(Mp4Sample.file(many, audio(3, ENG)));
        assertThatItEndsSoon(Mp4Sample.file(audio(joined(tkhd(3, 1), many), mdhd(ENG))));
        assertThatItEndsSoon(Mp4Sample.file(audio(tkhd(3, 1), joined(mdhd(ENG), many))));
        assertThatItEndsSoon(Mp4Sample.file(audio(tkhd(3, 1), mdhd(ENG), many)));
        assertThatItEndsSoon(Mp4Sample.file(trak(tkhd(3, 1), mdhd(ENG), silent, many)));
        assertThatItEndsSoon(Mp4Sample.file(trak(tkhd(3, 1), mdhd(ENG), silent, entry("mp4a", 2, many))));
    }

    @Tag("campaign")
    @ParameterizedTest
    @ValueSource(strings = {"moov", "trak", "mdia", "udta", "wave", "free"})
    void very_deep_boxes_end_soon(String type) {
        byte[] deep = nested(type, 20_000);
        assertThatItEndsSoon(joined(FTYP, deep, MDAT));
        assertThatItEndsSoon(Mp4Sample.file(deep, audio(3, ENG)));
        assertThatItEndsSoon(Mp4Sample.file(audio(tkhd(3, 1), mdhd(ENG), deep)));
        assertThatItEndsSoon(
                Mp4Sample.file(trak(tkhd(3, 1), mdhd(ENG), hdlr("soun", new byte[1]), entry("mp4a", 2, deep))));
    }

    @Test
    void a_hundred_thousand_boxes_are_looked_at_but_no_more() {
        byte[] most = Arrays.copyOf(repeated(box("free")), 99_997 * BoxReader.HEADER);

        assertThat(file(FTYP, moov(), most).tracks()).isEmpty();
        assertFailure(joined(FTYP, moov(), most, box("free")), "it has more than 100000 boxes");
    }

    @Test
    void a_thousand_tracks_are_read_but_no_more() {
        byte[][] traks = Collections.nCopies(1_000, audio(3, ENG)).toArray(byte[][]::new);

        assertThat(file(Mp4Sample.file(traks)).tracks()).hasSize(1_000);
        assertFailure(Mp4Sample.file(joined(traks), video()), "1001 tracks");
    }

    @Test
    void a_header_scattered_over_more_places_than_any_real_one_is_given_up() throws IOException {
        int distance = 20_000;
        Mp4File file = file(FTYP);
        try (FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.WRITE)) {
            for (int i = 0; i <= 3_000; i++) {
                ByteBuffer header = ByteBuffer.wrap(claiming("free", i < 3_000 ? distance : 8, new byte[0]));
                channel.write(header, FTYP.length + (long) i * distance);
            }
        }

        assertThatThrownBy(file::tracks)
                .isInstanceOf(AudioFixException.class)
                .hasMessageContaining("its header is larger than any real one");
    }

    private void assertThatItEndsSoon(byte[] content) {
        Mp4File file = file(content);
        assertTimeoutPreemptively(SOON, () -> tracksOrFailure(file, "a bomb"));
    }

    private void assertFailure(byte[] content, String... words) {
        assertThatThrownBy(file(content)::tracks)
                .isInstanceOf(AudioFixException.class)
                .hasMessageContainingAll(words);
    }

    /** The tracks, empty if it fails as it may; a plan is tried as well. Any other exception is a defect. */
    private static Optional<List<AudioTrack>> tracksOrFailure(Mp4File file, String what) {
        try {
            if (!file.isRecognised()) {
                return Optional.empty();
            }
            List<AudioTrack> tracks = file.tracks();
            for (int i = 1; i <= Math.min(tracks.size(), 2); i++) {
                file.plan(i);
            }
            return Optional.of(tracks);
        } catch (AudioFixException e) {
            assertThat(e).as(what).hasMessageStartingWith("cannot read audio tracks of " + file.path() + ": ");
            return Optional.empty();
        } catch (RuntimeException e) {
            throw new AssertionError(what + ": " + e, e);
        }
    }

    private static byte[] mutated(Random random) {
        byte[] file = RICH.clone();
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            int at = random.nextInt(file.length);
            switch (random.nextInt(4)) {
                case 0 -> file[at] = (byte) random.nextInt(256);
                case 1 -> file[at] ^= (byte) (1 << random.nextInt(8));
                case 2 ->
                    Arrays.fill(file, at, Math.min(file.length, at + 1 + random.nextInt(12)), (byte) random.nextInt(2));
                default ->
                    System.arraycopy(file, random.nextInt(file.length - 16), file, Math.min(at, file.length - 16), 16);
            }
        }
        return random.nextInt(8) == 0 ? Arrays.copyOf(file, random.nextInt(file.length)) : file;
    }

    private static byte[] repeated(byte[] box) {
        byte[] all = new byte[MANY * box.length];
        for (int i = 0; i < MANY; i++) {
            System.arraycopy(box, 0, all, i * box.length, box.length);
        }
        return all;
    }

    private static byte[] nested(String type, int depth) {
        BoxBuilder all = bytes();
        for (int level = depth; level > 0; level--) {
            all.u32(level * 8L).text(type);
        }
        return all.done();
    }

    private Mp4File file(byte[]... parts) {
        return Mp4File.holding(folder, parts);
    }
}
