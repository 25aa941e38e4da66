package io.arrtheaudio.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;

import io.arrtheaudio.domain.edit.EditPlan;
import io.arrtheaudio.domain.edit.Patch;
import io.arrtheaudio.domain.edit.Progress;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.Container;
import io.arrtheaudio.domain.media.MediaFile;
import io.arrtheaudio.domain.media.TrackFlag;
import io.arrtheaudio.port.out.DefaultTrackPlanner;
import io.arrtheaudio.port.out.EditWriter;
import io.arrtheaudio.port.out.InspectedFile;
import io.arrtheaudio.port.out.MediaFiles;
import io.arrtheaudio.port.out.MediaInspector;
import io.arrtheaudio.port.out.PlannedEdit;
import io.arrtheaudio.port.out.Rewriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What inspector, planner and writer do together, for every container that the engine knows. A subclass says how a file
 * with certain tracks looks; {@link TinyMatroska} and {@link TinyMp4} make such files.
 */
public abstract class EngineContract {

    private static final Instant LONG_AGO = Instant.parse("2001-02-03T04:05:06Z");
    private static final long SEED = 20_261_123L;
    private static final int LEAST_EFFORT = 6;

    /** Where files are laid out; the same one throughout a test. */
    protected abstract TestDisk disk();

    /** Looks at that disk. */
    protected abstract MediaFiles files();

    /** What is tested, the reading part. */
    protected abstract MediaInspector inspector();

    /** What is tested, the planning part. */
    protected abstract DefaultTrackPlanner planner();

    /** What carries plans out on that disk. */
    protected abstract EditWriter writer();

    /**
     * The content of a whole small file with these audio tracks, in which the default can be moved to any of them. Asked
     * for are AAC, AC-3 and E-AC-3 tracks of 1, 2 or 6 channels with three-letter languages and with no flag but
     * {@link TrackFlag#DEFAULT}.
     */
    protected abstract byte[] sample(Container container, List<AudioTrack> tracks);

    /** The containers that the engine knows. */
    protected Set<Container> containers() {
        return EnumSet.allOf(Container.class);
    }

    /** Whether plans for such files are patches; if not, they are rewrites, and {@link #rewriter} carries them out. */
    protected boolean plansPatches(Container container) {
        return true;
    }

    /** What writes files anew on that disk, for an engine that plans rewrites. */
    protected Rewriter rewriter() {
        throw new UnsupportedOperationException("this engine plans patches only");
    }

    /**
     * How many files of each container a test may try that would try hundreds, for an engine to which each costs much;
     * they are spread over all. {@value #LEAST_EFFORT} are tried at least.
     */
    protected int effort() {
        return Integer.MAX_VALUE;
    }

    @Test
    public final void inspecting_shows_the_tracks_of_the_file() {
        for (Container container : containers()) {
            List<AudioTrack> tracks = Tracks.three(2);
            Path file = put(container, tracks);

            MediaFile media = inspect(file);

            assertThat(media.path()).isEqualTo(file);
            assertThat(media.container()).isEqualTo(container);
            assertThat(media.audio()).isEqualTo(tracks);
        }
    }

    @Test
    public final void a_file_may_have_no_audio_track_or_one_without_language() {
        for (Container container : containers()) {
            List<AudioTrack> one = List.of(Tracks.track(1, "und", "", "aac", 2, TrackFlag.DEFAULT));

            assertThat(inspect(put(container, List.of())).audio()).isEmpty();
            assertThat(inspect(put(container, one)).audio()).isEqualTo(one);
        }
    }

    @Test
    public final void the_content_counts_and_not_the_name() {
        for (Container container : containers()) {
            for (String name : List.of("film.mkv", "film.mp4", "film.txt", "film")) {
                Path file = disk().put(name, sample(container, Tracks.three(1)));

                assertThat(inspect(file).container()).isEqualTo(container);
            }
        }
    }

    @Test
    public final void other_things_are_no_media() {
        assertIsOther(disk().put("empty.mkv"));
        assertIsOther(disk().put("one.mkv", (byte) 0));
        assertIsOther(disk().put("zeros.mkv", new byte[5_000]));
        assertIsOther(disk().put("text.mkv", "a text, not a film".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    public final void reading_and_planning_write_nothing() {
        for (Container container : containers()) {
            Path file = put(container, Tracks.three(1));
            byte[] before = disk().content(file);
            disk().touch(file, LONG_AGO);

            planner().plan(inspect(file), Set.of(3));

            assertThat(disk().content(file)).isEqualTo(before);
            assertThat(disk().modified(file)).isEqualTo(LONG_AGO);
        }
    }

    @Test
    public final void every_track_can_become_the_only_default_whatever_was_default_before() {
        for (Container container : containers()) {
            for (int one : spread(8 * 3)) {
                int defaults = one / 3;
                int position = 1 + one % 3;
                String what = container + ", defaults " + Integer.toBinaryString(defaults) + ", to " + position;
                switches(what, put(container, Tracks.threeWith(defaults)), position);
            }
        }
    }

    @Test
    public final void any_number_of_any_tracks_can_be_switched() {
        Random random = new Random(SEED);
        for (Container container : containers()) {
            for (int round = 0; round < Math.min(100, most()); round++) {
                List<AudioTrack> tracks = Tracks.random(random);
                String what = "seed " + SEED + ", round " + round + ", " + container;
                switches(what, put(container, tracks), 1 + random.nextInt(tracks.size()));
            }
        }
    }

    @Test
    public final void nothing_is_planned_for_a_track_that_is_the_only_default() {
        for (Container container : containers()) {
            for (int position = 1; position <= 3; position++) {
                MediaFile media = inspect(put(container, Tracks.three(position)));

                assertThat(plan(media, position).patches()).isEmpty();
            }
        }
    }

    @Test
    public final void a_plan_expects_the_bytes_that_are_there() {
        for (Container container : patched()) {
            Path file = put(container, Tracks.three(1));
            byte[] content = disk().content(file);

            for (Patch patch : plan(inspect(file), 2).patches()) {
                assertThat(Arrays.copyOfRange(content, (int) patch.offset(), (int) patch.end()))
                        .isEqualTo(patch.was().toArray());
            }
        }
    }

    @Test
    public final void a_file_that_changed_after_planning_is_refused() {
        for (Container container : patched()) {
            Path file = put(container, Tracks.three(1));
            EditPlan plan = plan(inspect(file), 2);
            for (Patch patch : plan.patches()) {
                byte[] changed = sample(container, Tracks.three(1));
                changed[(int) patch.end() - 1] ^= 0x55;
                disk().put(nameFor(container), changed);

                assertThatExceptionOfType(AudioFixException.class)
                        .isThrownBy(() -> writer().write(files().stat(file).identity(), plan))
                        .matches(e -> e.remedy() == Remedy.RETRY_LATER);
                assertThat(disk().content(file)).isEqualTo(changed);
            }
        }
    }

    @Test
    public final void a_track_that_is_not_there_cannot_be_planned_for() {
        for (Container container : containers()) {
            MediaFile media = inspect(put(container, Tracks.three(1)));
            disk().put(nameFor(container), sample(container, Tracks.three(1).subList(0, 2)));

            assertThatExceptionOfType(AudioFixException.class)
                    .isThrownBy(() -> planner().plan(media, Set.of(3)))
                    .matches(e -> e.remedy() == Remedy.FIX_FILE);
        }
    }

    @Test
    public final void a_file_cut_off_anywhere_is_damaged_or_whole_but_never_wrong() {
        for (Container container : containers()) {
            byte[] whole = sample(container, Tracks.three(2));
            for (int length : spread(whole.length)) {
                Path file = disk().put(nameFor(container), Arrays.copyOf(whole, length));

                Optional<MediaFile> media = survives(container + " cut off at byte " + length, file);

                media.ifPresent(read -> assertThat(read.audio()).as("cut off").isEqualTo(Tracks.three(2)));
            }
        }
    }

    @Test
    public final void one_wrong_byte_anywhere_does_no_harm_beyond_being_told() {
        for (Container container : containers()) {
            byte[] whole = sample(container, Tracks.three(2));
            for (int at : spread(whole.length)) {
                for (int wrong : new int[] {0xff, new int[] {0x00, 0x01, 0x7f, 0x80}[at % 4]}) {
                    byte[] damaged = whole.clone();
                    damaged[at] = (byte) wrong;
                    Path file = disk().put(nameFor(container), damaged);

                    survives(container + " with " + wrong + " at byte " + at, file);
                }
            }
        }
    }

    /** Inspects and plans; what is found may be anything, what is thrown may not. */
    private Optional<MediaFile> survives(String what, Path file) {
        try {
            Optional<MediaFile> media =
                    inspector().inspect(file).fold(found -> Optional.of(found.file()), other -> Optional.empty());
            media.filter(read -> !read.audio().isEmpty())
                    .ifPresent(read -> planner().plan(read, Set.of(read.audio().size())));
            return media;
        } catch (AudioFixException e) {
            assertThat(e.getMessage()).as(what).contains(file.toString()).doesNotContain("\n");
            return Optional.empty();
        } catch (RuntimeException | StackOverflowError e) {
            return fail(what + " is answered by " + e, e);
        }
    }

    private void switches(String what, Path file, int position) {
        MediaFile media = inspect(file);
        boolean isSo = media.audio().equals(Tracks.onlyDefault(media.audio(), position));
        if (isSo || plansPatches(media.container())) {
            switchesAndBack(what, media, position);
        } else {
            isWrittenAnew(what, media, position);
        }
    }

    private void isWrittenAnew(String what, MediaFile media, int position) {
        Path file = media.path();
        byte[] before = disk().content(file);
        assertThat(planner().plan(media, Set.of(position))).as(what).isInstanceOf(PlannedEdit.Rewrite.class);
        Path into = disk().root().resolve("anew.part");

        rewriter().rewrite(media, Set.of(position), into, Progress.UNWATCHED);

        assertThat(inspect(into).audio()).as(what).isEqualTo(Tracks.onlyDefault(media.audio(), position));
        assertThat(disk().content(file)).as(what).isEqualTo(before);
        disk().delete(into);
    }

    private void switchesAndBack(String what, MediaFile media, int position) {
        Path file = media.path();
        byte[] before = disk().content(file);
        EditPlan plan = plan(media, position);

        writer().write(files().stat(file).identity(), plan);

        MediaFile after = inspect(file);
        assertThat(after.audio()).as(what).isEqualTo(Tracks.onlyDefault(media.audio(), position));
        assertThat(disk().content(file)).as(what).hasSameSizeAs(before);
        assertThat(plan(after, position).patches()).as(what + ", again").isEmpty();
        writer().write(files().stat(file).identity(), plan.inverse());
        assertThat(disk().content(file)).as(what + ", taken back").isEqualTo(before);
    }

    private Set<Container> patched() {
        Set<Container> patched = EnumSet.noneOf(Container.class);
        containers().stream().filter(this::plansPatches).forEach(patched::add);
        return patched;
    }

    private int most() {
        return Math.max(LEAST_EFFORT, effort());
    }

    /** The numbers from 0 to below {@code count}, or as many of them as may be tried. */
    private int[] spread(int count) {
        int tried = Math.min(count, most());
        return IntStream.range(0, tried)
                .map(i -> (int) ((long) i * count / tried))
                .toArray();
    }

    private Path put(Container container, List<AudioTrack> tracks) {
        return disk().put(nameFor(container), sample(container, tracks));
    }

    private static String nameFor(Container container) {
        return "film." + container.extensions().get(0);
    }

    private MediaFile inspect(Path file) {
        return inspector()
                .inspect(file)
                .fold(InspectedFile.Media::file, other -> fail("it is read as " + other.what()));
    }

    private EditPlan plan(MediaFile media, int position) {
        return planner()
                .plan(media, Set.of(position))
                .fold(
                        PlannedEdit.Possible::plan,
                        rewrite -> fail("a rewrite is planned: " + rewrite.method()),
                        unsupported -> fail("cannot be planned: " + unsupported.why()));
    }

    private void assertIsOther(Path file) {
        assertThat(inspector().inspect(file)).isInstanceOf(InspectedFile.Other.class);
    }
}
