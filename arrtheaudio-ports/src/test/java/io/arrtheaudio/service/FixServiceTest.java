package io.arrtheaudio.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.arrtheaudio.domain.choice.Choice;
import io.arrtheaudio.domain.choice.Explanation;
import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.choice.OriginalUse;
import io.arrtheaudio.domain.choice.TrackPolicy;
import io.arrtheaudio.domain.choice.UngroupedTracks;
import io.arrtheaudio.domain.edit.FileIdentity;
import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.edit.Progress;
import io.arrtheaudio.domain.edit.SkipReason;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Obstacle;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.library.Glob;
import io.arrtheaudio.domain.library.PathPolicies;
import io.arrtheaudio.domain.library.PathRule;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.Container;
import io.arrtheaudio.domain.media.TrackFlag;
import io.arrtheaudio.domain.title.TitleHint;
import io.arrtheaudio.kit.ToldLanguages;
import io.arrtheaudio.kit.Tracks;
import io.arrtheaudio.port.in.Inspection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FixServiceTest {

    private static final Language JAPANESE = new Language("jpn", "", "");
    private static final Language FRENCH = new Language("fra", "", "");

    private final Library library = new Library();

    @Test
    void the_wanted_track_becomes_the_only_default() {
        Path file = library.wrong();

        Outcome outcome = library.fix(file);

        Outcome.Changed changed = is(Outcome.Changed.class, outcome);
        assertThat(changed.file()).isEqualTo(file);
        assertThat(changed.to().position()).isEqualTo(1);
        assertThat(changed.cost().headerBytes()).isEqualTo(2);
        assertThat(changed.explanation().tracks()).hasSize(3);
        assertThat(library.defaultOf(file)).isEqualTo(1);
        assertThat(library.disk.modified(file)).isEqualTo(Library.NOW);
    }

    @Test
    void a_file_that_is_right_is_not_touched() {
        Path file = library.film("film.mkv", 1);

        Outcome.AlreadyCorrect outcome = is(Outcome.AlreadyCorrect.class, untouched(file));

        assertThat(outcome.already().position()).isEqualTo(1);
    }

    @Test
    void fixing_twice_changes_once() {
        Path file = library.wrong();
        library.fix(file);

        is(Outcome.AlreadyCorrect.class, library.fix(file));
        assertThat(library.writer.written()).hasSize(1);
    }

    @Test
    void a_file_without_a_wanted_language_is_not_touched() {
        Path file = library.put(
                "film.mkv",
                Container.MATROSKA,
                List.of(Tracks.track(1, "fra", "", "aac", 2), Tracks.track(2, "spa", "", "aac", 2)));

        is(Outcome.NoMatch.class, untouched(file));
    }

    @Test
    void a_file_of_another_kind_is_not_touched() {
        Path file = library.old(library.disk.put("film.mkv", "RIFF".getBytes(StandardCharsets.US_ASCII)));

        Outcome.Skipped skipped = is(Outcome.Skipped.class, untouched(file));

        assertThat(skipped.reason()).isEqualTo(SkipReason.UNSUPPORTED_CONTAINER);
        assertThat(skipped.detail()).contains("some other kind");
    }

    @Test
    void a_container_that_is_switched_off_is_not_touched() {
        library.rules = new FixRules(
                rules().policies(), Set.of(Container.MP4), rules().hardlinks(), rules().mtime(), Long.MAX_VALUE);

        assertThat(skipped(library.wrong())).isEqualTo(SkipReason.CONTAINER_OFF);
        is(Outcome.Changed.class, library.fix(library.put("film.mp4", Container.MP4, Tracks.three(2))));
    }

    @Test
    void ungrouped_tracks_are_switched_or_skipped_as_the_settings_say() {
        List<AudioTrack> tracks = List.of(
                Tracks.track(1, "jpn", "", "aac", 2, TrackFlag.UNGROUPED, TrackFlag.DEFAULT),
                Tracks.track(2, "eng", "", "aac", 2, TrackFlag.UNGROUPED));
        Path one = library.put("one.mp4", Container.MP4, tracks);
        Path two = library.put("two.mp4", Container.MP4, tracks);

        Outcome switched = library.fix(one);
        library.rules =
                withPolicies(new PathPolicies(TrackPolicy.DEFAULT.withUngrouped(UngroupedTracks.SKIP), List.of()));

        assertThat(is(Outcome.Changed.class, switched).explanation().warnings()).isNotEmpty();
        assertThat(skipped(two)).isEqualTo(SkipReason.UNGROUPED_TRACKS);
    }

    @Test
    void a_layout_that_the_engine_cannot_change_is_not_touched() {
        library.planner = (file, track) -> Library.unsupported();

        Outcome.Skipped outcome = is(Outcome.Skipped.class, untouched(library.wrong()));

        assertThat(outcome.reason()).isEqualTo(SkipReason.UNSUPPORTED_LAYOUT);
        assertThat(outcome.detail()).contains("mkvpropedit");
    }

    @Test
    void a_missing_file_and_a_folder_fail_with_words() {
        Outcome missing = library.fix(library.disk.root().resolve("missing.mkv"));
        Outcome folder = library.fix(library.disk.folder("film.mkv"));

        assertThat(failed(missing, Remedy.FIX_FILE)).contains("no such file").contains("missing.mkv");
        assertThat(failed(folder, Remedy.FIX_FILE)).contains("not a file");
    }

    @Test
    void a_damaged_file_fails_with_the_words_of_the_engine() {
        Path file = library.wrong();
        library.inspector = path -> {
            throw Library.failure(Remedy.FIX_FILE, "its Tracks element ends early");
        };

        Outcome outcome = untouched(file);

        assertThat(failed(outcome, Remedy.FIX_FILE)).contains("Tracks element ends early");
        assertThat(outcome.explanation()).isEqualTo(Explanation.NONE);
    }

    @Test
    void a_planner_that_finds_damage_fails_with_the_explanation() {
        library.planner = (file, track) -> {
            throw Library.failure(Remedy.FIX_FILE, "its checksum is wrong");
        };

        Outcome outcome = untouched(library.wrong());

        assertThat(failed(outcome, Remedy.FIX_FILE)).contains("checksum is wrong");
        assertThat(outcome.explanation().tracks()).hasSize(3);
    }

    @Test
    void a_dry_run_never_reaches_the_writer() {
        library.writeBy(Library::neverWrites);
        Path file = library.wrong();

        Outcome outcome = library.service().fix(file, library.options().asDryRun());

        Outcome.WouldChange would = is(Outcome.WouldChange.class, outcome);
        assertThat(would.to().position()).isEqualTo(1);
        assertThat(would.cost().headerBytes()).isEqualTo(2);
        assertThat(library.disk.modified(file)).isEqualTo(Library.LONG_AGO);
    }

    @Test
    void a_dry_run_tells_what_a_real_one_would_object_to() {
        Path file = library.wrong();
        library.disk.hardLink("seed.mkv", file);

        Outcome outcome = library.service().fix(file, library.options().asDryRun());

        assertThat(is(Outcome.Skipped.class, outcome).reason()).isEqualTo(SkipReason.HARDLINKED);
    }

    @Test
    void inspecting_tells_the_choice_and_writes_nothing() {
        library.writeBy(Library::neverWrites);
        Path file = library.wrong();

        Inspection inspection = library.service().inspect(file, library.options());

        assertThat(inspection.media().audio()).isEqualTo(Tracks.three(2));
        assertThat(inspection.choice()).isInstanceOf(Choice.Switch.class);
    }

    @Test
    void inspecting_something_else_names_what_is_supported() {
        Path file = library.disk.put("film.mkv");

        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> library.service().inspect(file, library.options()))
                .withMessageContaining("an empty file")
                .withMessageContaining("Matroska");
    }

    @Test
    void the_languages_of_the_caller_replace_those_of_the_settings() {
        Path file = library.film("film.mkv", 1);

        library.service().fix(file, library.options().withLanguages(List.of(FRENCH, JAPANESE)));

        assertThat(library.defaultOf(file)).isEqualTo(2);
    }

    @Test
    void the_original_language_comes_before_the_list() {
        Path file = library.film("film.mkv", 1);

        library.service().fix(file, library.options().withOriginal(new OriginalLanguage(JAPANESE, "asked for")));

        assertThat(library.defaultOf(file)).isEqualTo(2);
    }

    @Test
    void the_original_language_is_looked_up_once_and_the_changed_file_is_judged_by_that_answer() {
        ToldLanguages source = asking();
        source.know("name movie 1995 heat", new OriginalLanguage(JAPANESE, "TMDB"));
        Path file = library.film("Heat (1995)/Heat (1995).mkv", 1);

        Outcome.Changed outcome = is(Outcome.Changed.class, library.fix(file));

        assertThat(library.defaultOf(file)).isEqualTo(2);
        assertThat(source.asked()).hasSize(1);
        assertThat(outcome.explanation().original().language()).isEqualTo(JAPANESE);
        assertThat(outcome.explanation().summary()).contains("TMDB");
    }

    @Test
    void nothing_is_looked_up_where_it_cannot_change_the_outcome() {
        ToldLanguages source = asking();
        library.put("One (1997).mkv", Container.MATROSKA, List.of(Tracks.track(1, "fra", "", "aac", 2)));
        library.put(
                "Same (1997).mkv",
                Container.MATROSKA,
                List.of(Tracks.track(1, "eng", "", "aac", 2), Tracks.track(2, "eng", "", "ac3", 6)));
        library.put("None (1997).mkv", Container.MATROSKA, List.of());
        library.film("Named (1997).mkv", 1);

        for (String name : List.of("One (1997).mkv", "Same (1997).mkv", "None (1997).mkv")) {
            library.fix(library.disk.root().resolve(name));
        }
        library.service()
                .fix(
                        library.disk.root().resolve("Named (1997).mkv"),
                        library.options().withOriginal(new OriginalLanguage(JAPANESE, "asked for")));
        library.rules = withPolicies(new PathPolicies(TrackPolicy.DEFAULT.withOriginal(OriginalUse.IGNORE), List.of()));
        library.fix(library.film("Ignored (1997).mkv", 1));

        assertThat(source.asked()).isEmpty();
    }

    @Test
    void two_tracks_in_one_language_that_nobody_listed_are_worth_a_question() {
        ToldLanguages source = asking();
        source.know("name movie 1995 heat", new OriginalLanguage(FRENCH, "TMDB"));
        Path file = library.put(
                "Heat (1995).mkv",
                Container.MATROSKA,
                List.of(Tracks.track(1, "fra", "", "aac", 2), Tracks.track(2, "fra", "", "aac", 2)));

        is(Outcome.Changed.class, library.fix(file));
    }

    @Test
    void while_nobody_answers_the_list_decides_and_the_explanation_warns() {
        asking().gone();
        Path file = library.film("Heat (1995).mkv", 2);

        Outcome.Changed outcome = is(Outcome.Changed.class, library.fix(file));

        assertThat(library.defaultOf(file)).isEqualTo(1);
        assertThat(outcome.explanation().warnings()).singleElement().asString().contains("could not be looked up");
    }

    @Test
    void whoever_stops_while_nobody_answers_gets_no_choice_by_the_list() {
        asking().gone();
        Path file = library.film("Heat (1995).mkv", 2);
        Progress stopping = new Progress() {
            @Override
            public boolean isCancelled() {
                return true;
            }
        };

        Outcome outcome = library.service().fix(file, library.options().watchedBy(stopping));

        assertThat(failed(outcome, Remedy.RETRY_LATER)).contains("stopped before its original language was told");
        assertThat(library.defaultOf(file)).isEqualTo(2);
    }

    @Test
    void a_file_whose_lookup_ended_since_the_program_stops_is_left_as_it_was() {
        asking().at(() -> {
            throw AudioFixException.stopping("cannot ask: the program ends");
        });
        Path file = library.film("Heat (1995).mkv", 2);

        Outcome outcome = library.fix(file);

        assertThat(failed(outcome, Remedy.RETRY_LATER)).contains("stopped before its original language was told");
        assertThat(is(Outcome.Failed.class, outcome).obstacle()).isEqualTo(Obstacle.STOPPING);
        assertThat(library.defaultOf(file)).isEqualTo(2);
    }

    private ToldLanguages asking() {
        ToldLanguages source = new ToldLanguages();
        library.titles = new TitleLanguages(List.of(), file -> TitleHint.UNKNOWN, source);
        return source;
    }

    @Test
    void a_rule_holds_for_the_paths_it_names_and_under_the_name_the_caller_used() {
        Glob anime = Glob.ofRule(library.disk.root() + "/anime/**");
        library.rules = withPolicies(new PathPolicies(
                TrackPolicy.DEFAULT,
                List.of(new PathRule(anime, TrackPolicy.DEFAULT.withLanguages(List.of(JAPANESE))))));
        Path ruled = library.film("anime/film.mkv", 1);
        Path other = library.film("films/film.mkv", 1);
        Path link = library.disk.symlink("anime/link.mkv", other);

        is(Outcome.Changed.class, library.fix(ruled));
        is(Outcome.AlreadyCorrect.class, library.fix(other));
        is(Outcome.Changed.class, library.fix(link));
        assertThat(library.defaultOf(ruled)).isEqualTo(2);
        assertThat(library.defaultOf(other)).isEqualTo(2);
    }

    @Test
    void the_order_of_work_is_inspect_plan_write_inspect() {
        List<String> calls = new ArrayList<>();
        library.inspector = file -> {
            calls.add("inspect");
            return library.engine.inspect(file);
        };
        library.planner = (media, track) -> {
            calls.add("plan");
            return library.engine.plan(media, track);
        };
        library.writeBy((file, plan) -> {
            calls.add("write");
            library.writer.write(file, plan);
        });

        library.fix(library.wrong());

        assertThat(calls).containsExactly("inspect", "plan", "write", "inspect");
    }

    @Test
    void the_writer_gets_the_identity_of_the_file_that_was_inspected() {
        Path file = library.wrong();
        Path link = library.disk.symlink("link.mkv", file);
        FileIdentity before = library.disk.stat(file).identity();
        List<FileIdentity> written = new ArrayList<>();
        library.writeBy((identity, plan) -> {
            written.add(identity);
            library.writer.write(identity, plan);
        });

        Outcome outcome = library.fix(link);

        assertThat(outcome.file()).isEqualTo(link);
        assertThat(written).containsExactly(before);
    }

    private Outcome untouched(Path file) {
        byte[] before = library.disk.content(file);
        Outcome outcome = library.fix(file);
        assertThat(library.disk.content(file)).isEqualTo(before);
        assertThat(library.disk.modified(file)).isEqualTo(Library.LONG_AGO);
        assertThat(library.writer.written()).isEmpty();
        return outcome;
    }

    private SkipReason skipped(Path file) {
        return is(Outcome.Skipped.class, library.fix(file)).reason();
    }

    private FixRules rules() {
        return library.rules;
    }

    private FixRules withPolicies(PathPolicies policies) {
        return new FixRules(policies, rules().containers(), rules().hardlinks(), rules().mtime(), Long.MAX_VALUE);
    }

    private static String failed(Outcome outcome, Remedy remedy) {
        Outcome.Failed failed = is(Outcome.Failed.class, outcome);
        assertThat(failed.remedy()).isEqualTo(remedy);
        return failed.problem();
    }

    private static <T extends Outcome> T is(Class<T> type, Outcome outcome) {
        assertThat(outcome).isInstanceOf(type);
        return type.cast(outcome);
    }
}
