package io.arrtheaudio.domain.choice;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.MediaFile;
import io.arrtheaudio.domain.media.TrackFlag;
import io.arrtheaudio.domain.media.TrackRole;
import io.arrtheaudio.domain.media.Tracks;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds for any file, policy and original language; the seed in a test's name makes the same case again. */
class TrackChooserPropertyTest {

    private static final int CASES_PER_SEED = 500;
    private static final List<String> SPOKEN =
            List.of("eng", "jpn", "deu", "por", "pt-BR", "pt-PT", "zho", "cmn", "yue", "nor", "nob", "srp", "hbs");
    private static final List<String> TAGGED = List.of("und", "zxx", "mul", "qaa");
    private static final List<String> TITLES =
            List.of("", "", "", "Stereo", "Commentary", "English AD", "Audiodeskription", "No commentary", "解説");
    private static final List<String> CODECS = List.of("aac", "ac3", "dts", "truehd", "A_UNHEARD_OF");

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_same_input_gives_the_same_choice(long seed) {
        check(
                seed,
                (file, policy, original) -> assertThat(TrackChooser.choose(file, policy, original))
                        .isEqualTo(TrackChooser.choose(Tracks.fileOf(file.audio()), policy, original)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_switch_carried_out_is_kept(long seed) {
        check(seed, (file, policy, original) -> {
            if (TrackChooser.choose(file, policy, original) instanceof Choice.Switch found) {
                Choice again = TrackChooser.choose(Tracks.switchedTo(found.to(), file), policy, original);
                assertThat(again)
                        .isInstanceOfSatisfying(
                                Choice.Keep.class,
                                keep -> assertThat(keep.already().position())
                                        .isEqualTo(found.to().position()));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_switch_goes_to_a_main_track_that_may_play(long seed) {
        check(seed, (file, policy, original) -> {
            if (TrackChooser.choose(file, policy, original) instanceof Choice.Switch found) {
                assertThat(found.to().role()).isEqualTo(TrackRole.MAIN);
                assertThat(policy.disabled() == DisabledTracks.CONSIDER
                                || !found.to().is(TrackFlag.DISABLED))
                        .isTrue();
                assertThat(file.audio()).contains(found.to());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_track_that_is_kept_among_others_is_the_only_default(long seed) {
        check(seed, (file, policy, original) -> {
            boolean hasChoice = candidates(file, policy) > 1;
            if (hasChoice && TrackChooser.choose(file, policy, original) instanceof Choice.Keep keep) {
                assertThat(file.audio())
                        .filteredOn(track -> track.is(TrackFlag.DEFAULT))
                        .containsExactly(keep.already());
                assertThat(keep.already().role()).isEqualTo(TrackRole.MAIN);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_track_in_a_language_that_nobody_wants_changes_nothing_at_the_end(long seed) {
        check(seed, (file, policy, original) -> {
            if (candidates(file, policy) > 1) {
                List<AudioTrack> more = new ArrayList<>(file.audio());
                more.add(new AudioTrack(
                        more.size() + 1, new Language("kor", "", ""), "", "aac", 8, Set.of(TrackFlag.DEFAULT)));
                assertThat(chosen(TrackChooser.choose(Tracks.fileOf(more), policy, original)))
                        .isEqualTo(chosen(TrackChooser.choose(file, policy, original)));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_track_has_a_note_and_just_the_chosen_one_is_marked(long seed) {
        check(seed, (file, policy, original) -> {
            Choice choice = TrackChooser.choose(file, policy, original);
            List<TrackNote> notes = choice.explanation().tracks();
            assertThat(notes).extracting(TrackNote::track).isEqualTo(file.audio());
            assertThat(notes).allSatisfy(note -> assertThat(note.because()).isNotBlank());
            assertThat(notes.stream()
                            .filter(TrackNote::chosen)
                            .map(note -> note.track().position())
                            .toList())
                    .isEqualTo(chosen(choice));
            assertThat(choice.explanation().summary()).isNotBlank();
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void where_the_original_language_is_not_needed_none_changes_the_choice(long seed) {
        check(seed, (file, policy, original) -> {
            if (!TrackChooser.needsOriginal(file, policy)) {
                List<Integer> without = chosen(TrackChooser.choose(file, policy, OriginalLanguage.UNKNOWN));
                for (String tag : SPOKEN) {
                    OriginalLanguage any = new OriginalLanguage(language(tag), "a guess");
                    assertThat(chosen(TrackChooser.choose(file, policy, any))).isEqualTo(without);
                }
            }
        });
    }

    private interface Property {
        void holds(MediaFile file, TrackPolicy policy, OriginalLanguage original);
    }

    private static void check(long seed, Property property) {
        Random random = new Random(seed);
        for (int i = 0; i < CASES_PER_SEED; i++) {
            MediaFile file = Tracks.fileOf(anyTracks(random));
            property.holds(file, anyPolicy(random), anyOriginal(random));
        }
    }

    private static long candidates(MediaFile file, TrackPolicy policy) {
        return file.audio().stream()
                .filter(track -> policy.disabled() == DisabledTracks.CONSIDER || !track.is(TrackFlag.DISABLED))
                .count();
    }

    /** The position that was chosen, or none. */
    private static List<Integer> chosen(Choice choice) {
        return choice.fold(
                found -> List.of(found.to().position()),
                keep -> List.of(keep.already().position()),
                none -> List.of());
    }

    private static List<AudioTrack> anyTracks(Random random) {
        List<AudioTrack> tracks = new ArrayList<>();
        for (int count = random.nextInt(7); count > 0; count--) {
            Language language = random.nextInt(5) == 0 ? language(any(TAGGED, random)) : language(any(SPOKEN, random));
            tracks.add(new AudioTrack(
                    tracks.size() + 1,
                    language,
                    any(TITLES, random),
                    any(CODECS, random),
                    random.nextInt(9),
                    anyFlags(random)));
        }
        return tracks;
    }

    private static Set<TrackFlag> anyFlags(Random random) {
        EnumSet<TrackFlag> flags = EnumSet.noneOf(TrackFlag.class);
        if (random.nextInt(3) == 0) {
            flags.add(TrackFlag.DEFAULT);
        }
        if (random.nextInt(3) == 0) {
            flags.add(any(List.of(TrackFlag.values()), random));
        }
        return flags;
    }

    private static TrackPolicy anyPolicy(Random random) {
        List<Language> languages = new ArrayList<>();
        for (int count = random.nextInt(4); count > 0; count--) {
            languages.add(language(any(SPOKEN, random)));
        }
        return TrackPolicy.DEFAULT
                .withLanguages(languages)
                .withRanking(any(List.of(Ranking.values()), random))
                .withOriginal(any(List.of(OriginalUse.values()), random))
                .withDisabled(any(List.of(DisabledTracks.values()), random))
                .withUntagged(random.nextBoolean() ? Language.UNDETERMINED : language("jpn"));
    }

    private static OriginalLanguage anyOriginal(Random random) {
        return random.nextBoolean()
                ? OriginalLanguage.UNKNOWN
                : new OriginalLanguage(language(any(SPOKEN, random)), "a guess");
    }

    private static Language language(String tag) {
        return Language.fromTag(tag).orElseThrow();
    }

    private static <T> T any(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
