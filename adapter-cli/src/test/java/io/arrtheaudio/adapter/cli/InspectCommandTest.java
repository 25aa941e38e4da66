package io.arrtheaudio.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.choice.Choice;
import io.arrtheaudio.domain.choice.Explanation;
import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.media.Container;
import io.arrtheaudio.domain.media.MediaFile;
import io.arrtheaudio.port.in.FixOptions;
import io.arrtheaudio.port.in.Inspection;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InspectCommandTest {

    private final CommandRun command = new CommandRun();

    @Test
    void tracks_come_as_a_table_with_the_reasons_below() {
        command.wiring.inspections = Sample::inspection;
        command.run("inspect", "Film.mkv").exitsWith(0);
        assertThat(command.out()).isEqualTo("""
                        Film.mkv: Matroska, 3 audio tracks
                          #  default  choice  role        tag  language       codec   channels  flags       title
                          1  *                commentary  eng  English        aac     stereo    commentary  Director's\\ncommentary
                          2           *       main        jpn  Japanese       truehd  7.1                   日本語
                          3                   main        und  (no language)  ac3     5.1                   Été
                          would change: audio 2 should be the default: Japanese is wanted (your list)
                            original language: Japanese (TMDB, film 128)
                            not audio 1: it is a commentary
                            not audio 3: it has no language
                          warning: something to know
                        """);
        assertThat(command.err()).isEmpty();
    }

    @Test
    void a_terminal_shows_the_choice_in_green() {
        command.wiring.inspections = Sample::inspection;
        command.onTerminal().run("inspect", "Film.mkv").exitsWith(0);
        assertThat(command.out()).contains("\u001b[32m  2           *       main");
    }

    @Test
    void a_file_without_sound_has_no_table() {
        command.wiring.inspections = file -> new Inspection(
                new MediaFile(file, Container.MP4, List.of()),
                new Choice.NoMatch(new Explanation(
                        "there is no audio track", OriginalLanguage.UNKNOWN, List.of(), List.of(), List.of())));
        command.run("inspect", "Mute.mp4").exitsWith(0);
        assertThat(command.out()).isEqualTo("""
                        Mute.mp4: MP4, 0 audio tracks
                          no match: there is no audio track
                        """);
    }

    @Test
    void one_bad_file_does_not_keep_the_others_from_being_shown() {
        command.wiring.inspections = file -> {
            if (file.equals(Path.of("bad.mkv"))) {
                throw new AudioFixException(Remedy.FIX_FILE, "cannot read bad.mkv: it is torn");
            }
            return Sample.inspection(file);
        };
        command.run("inspect", "bad.mkv", "good.mkv").exitsWith(1);
        assertThat(command.out()).startsWith("good.mkv: Matroska");
        assertThat(command.err()).isEqualTo("arrtheaudio: cannot read bad.mkv: it is torn\n");
    }

    @Test
    void wishes_are_passed_on() {
        command.wiring.inspections = Sample::inspection;
        command.run("inspect", "--languages", "ja,English", "--original-language=de", "Film.mkv")
                .exitsWith(0);
        FixOptions options = command.wiring.options.get(0);
        assertThat(options.languages()).containsExactly(Sample.JAPANESE, Sample.ENGLISH);
        assertThat(options.about().named().language().code()).isEqualTo("deu");
        assertThat(options.about().named().source()).isEqualTo("named on the command line");
        assertThat(options.roots()).containsExactly(Path.of("Film.mkv"));
    }

    @Test
    void tmdb_is_asked_as_the_command_line_says_else_as_the_settings_say() {
        command.wiring.inspections = Sample::inspection;
        command.run("inspect", "Film.mkv").exitsWith(0);
        command.run("inspect", "--tmdb", "Film.mkv").exitsWith(0);
        command.run("inspect", "--no-tmdb", "Film.mkv").exitsWith(0);

        assertThat(command.wiring.opened)
                .extracting(Wiring.Overrides::tmdb)
                .containsExactly(Optional.empty(), Optional.of(true), Optional.of(false));
        assertThat(command.wiring.opened).allMatch(overrides -> overrides.looksOnly(false));
    }

    @Test
    void a_language_that_is_not_certain_or_not_known_is_shown_so() {
        OriginalLanguage guess = new OriginalLanguage(Sample.JAPANESE, "TMDB, film 1", OriginalLanguage.Confidence.LOW);
        command.wiring.inspections = file -> mute(file, guess);
        command.run("inspect", "Film.mkv").exitsWith(0);
        assertThat(command.out()).contains("    original language: Japanese, not certain (TMDB, film 1)\n");

        command.wiring.inspections = file -> mute(file, OriginalLanguage.unknown("not found"));
        command.run("inspect", "Film.mkv").exitsWith(0);
        assertThat(command.out()).contains("    original language: not known (not found)\n");
    }

    private static Inspection mute(Path file, OriginalLanguage original) {
        return new Inspection(
                new MediaFile(file, Container.MP4, List.of()),
                new Choice.NoMatch(new Explanation("nothing", original, List.of(), List.of(), List.of())));
    }

    @Test
    void programs_get_one_object_a_line() {
        command.wiring.inspections = Sample::inspection;
        command.run("inspect", "--json", "Film.mkv").exitsWith(0);
        assertThat(Json.lines(command.out()))
                .singleElement()
                .satisfies(json -> assertThat(json)
                        .containsEntry("type", "inspection")
                        .containsEntry("file", "Film.mkv")
                        .containsEntry("container", "mkv")
                        .containsEntry("outcome", "would_change")
                        .containsEntry("selected_track", 2L)
                        .containsEntry("selected_language", "jpn")
                        .containsEntry("wanted_languages", List.of("jpn"))
                        .containsEntry(
                                "original_language",
                                Map.of("language", "jpn", "confidence", "high", "source", "TMDB, film 128"))
                        .containsEntry("warnings", List.of("something to know")));
    }
}
