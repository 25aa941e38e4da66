package io.arrtheaudio.launcher.server.engines;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.edit.SkipReason;
import io.arrtheaudio.domain.edit.UndoOutcome;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.launcher.server.settings.EngineChoice;
import io.arrtheaudio.launcher.server.settings.Settings;
import io.arrtheaudio.launcher.server.settings.ToolPaths;
import io.arrtheaudio.launcher.server.settings.ToolsSettings;
import io.arrtheaudio.service.FixRules;
import io.arrtheaudio.service.HardlinkRule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tools engine, alone and behind the built-in one, through the whole program on real files. */
class ToolsEngineTest {

    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2001-02-03T04:05:06Z"));
    private static final Language JAPANESE = new Language("jpn", "", "");
    private static final ToolPaths NONE =
            new ToolPaths("/nowhere/ffprobe", "/nowhere/ffmpeg", "/nowhere/mkvpropedit", "/nowhere/mkvmerge");

    @TempDir
    private static Path media;

    private static TwoTracks films;

    @TempDir
    private Path folder;

    @TempDir
    private Path data;

    /** Where stand-ins lie. */
    @TempDir
    private Path temporary;

    @BeforeAll
    static void make() {
        films = new TwoTracks(media);
    }

    @AfterEach
    void nothing_is_left_in_the_temporary_folder() {
        assertThat(temporary).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"film.mkv", "film.mp4"})
    void a_film_is_changed_and_given_back(String name) throws IOException {
        Path film = films.copy(name, folder);
        Witness before = Witness.of(film);
        try (Program tools = program(EngineChoice.TOOLS, ToolPaths.DEFAULT, false, HardlinkRule.SKIP)) {
            assertThat(tools.fix(film, JAPANESE)).isInstanceOf(Outcome.Changed.class);

            Witness after = Witness.of(film);
            after.assertOnlyDefault(2);
            assertThat(after.streams()).isEqualTo(before.streams());
            assertThat(tools.undo(film)).isInstanceOf(UndoOutcome.Undone.class);
        }
        Witness.of(film).assertOnlyDefault(1);
        assertThat(folder).isDirectoryNotContaining(other -> !other.equals(film));
    }

    @Test
    void a_film_without_a_default_is_given_back_so_only_where_the_built_in_engine_helps() throws IOException {
        Path film = films.copy("film.mp4", folder);
        byte[] content = Files.readAllBytes(film);
        String text = new String(content, StandardCharsets.ISO_8859_1);
        content[text.indexOf("tkhd", text.indexOf("tkhd") + 4) + 7] &= ~1; // of the first sound, behind the picture
        Files.write(film, content);
        assertThat(Witness.of(film).byFfprobe()).isEmpty();

        try (Program tools = program(EngineChoice.TOOLS, ToolPaths.DEFAULT, false, HardlinkRule.SKIP)) {
            assertThat(tools.fix(film, JAPANESE)).isInstanceOf(Outcome.Changed.class);
            assertThat(tools.undo(film))
                    .isInstanceOfSatisfying(
                            UndoOutcome.Refused.class,
                            refused -> assertThat(refused.reason()).contains("ffmpeg always makes one audio track"));
        }
        try (Program auto = program(EngineChoice.AUTO, ToolPaths.DEFAULT, false, HardlinkRule.SKIP)) {
            assertThat(auto.undo(film)).isInstanceOf(UndoOutcome.Undone.class);
        }

        assertThat(Witness.of(film).byFfprobe()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"film.mkv", "film.mp4"})
    void another_name_keeps_the_old_bytes(String name) throws IOException {
        Path film = films.copy(name, folder);
        Path seed = Files.createLink(folder.resolve("seed"), film);
        String before = Witness.sha256(film);

        try (Program tools = program(EngineChoice.TOOLS, ToolPaths.DEFAULT, false, HardlinkRule.COPY)) {
            assertThat(tools.fix(film, JAPANESE)).isInstanceOf(Outcome.Changed.class);
        }

        Witness.of(film).assertOnlyDefault(2);
        assertThat(Witness.sha256(seed)).isEqualTo(before);
        assertThat(Files.getAttribute(seed, "unix:nlink")).isEqualTo(1);
        try (var there = Files.list(folder)) {
            assertThat(there).containsExactlyInAnyOrder(film, seed);
        }
    }

    @Test
    void a_film_without_room_is_left_alone_unless_its_tracks_may_go_to_the_end() throws IOException {
        Path film = films.tight(folder);
        String before = Witness.sha256(film);
        Files.setLastModifiedTime(film, LONG_AGO);

        try (Program auto = program(EngineChoice.AUTO, ToolPaths.DEFAULT, false, HardlinkRule.SKIP)) {
            assertThat(auto.fix(film, JAPANESE)).isInstanceOfSatisfying(Outcome.Skipped.class, skipped -> {
                assertThat(skipped.reason()).isEqualTo(SkipReason.UNSUPPORTED_LAYOUT);
                assertThat(skipped.detail()).contains("no room", "allow_tail_tracks");
            });
        }

        assertUntouched(film, before);
    }

    @Test
    void tracks_at_the_end_play_and_are_taken_back_with_the_old_length() throws IOException {
        Path film = films.tight(folder);
        long length = Files.size(film);
        Witness before = Witness.of(film);

        try (Program auto = program(EngineChoice.AUTO, ToolPaths.DEFAULT, true, HardlinkRule.SKIP)) {
            assertThat(auto.fix(film, JAPANESE)).isInstanceOf(Outcome.Changed.class);

            assertThat(Files.size(film)).isGreaterThan(length);
            Witness after = Witness.of(film);
            after.assertOnlyDefault(2);
            assertThat(after.streams()).isEqualTo(before.streams());
            Witness.assertSame("ffprobe", after.ffprobe(), before.ffprobe());
            Witness.assertSame("mkvmerge", after.mkvmerge(), before.mkvmerge());
            assertThat(auto.undo(film)).isInstanceOf(UndoOutcome.Undone.class);
        }

        assertThat(film).hasSize(length);
        assertThat(Witness.sha256(film)).isEqualTo(before.sha256());
    }

    @Test
    void where_the_built_in_engine_needs_a_tool_that_is_missing_it_is_named() throws IOException {
        Path film = films.tight(folder);
        String before = Witness.sha256(film);
        Files.setLastModifiedTime(film, LONG_AGO);
        ToolPaths noEditor = new ToolPaths("ffprobe", "ffmpeg", "/nowhere/mkvpropedit", "mkvmerge");

        for (ToolPaths paths : List.of(noEditor, NONE)) {
            try (Program auto = program(EngineChoice.AUTO, paths, false, HardlinkRule.SKIP)) {
                assertThat(auto.fix(film, JAPANESE)).isInstanceOfSatisfying(Outcome.Skipped.class, skipped -> {
                    assertThat(skipped.reason()).isEqualTo(SkipReason.UNSUPPORTED_LAYOUT);
                    assertThat(skipped.detail()).contains("no room", "install the package mkvtoolnix");
                });
            }
        }

        assertUntouched(film, before);
    }

    @Test
    void without_ffprobe_the_tools_engine_says_what_to_install() throws IOException {
        for (String name : List.of("film.mkv", "film.mp4")) {
            Path film = films.copy(name, folder);
            try (Program tools = program(EngineChoice.TOOLS, NONE, false, HardlinkRule.SKIP)) {
                assertThat(tools.fix(film, JAPANESE)).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
                    assertThat(failed.remedy()).isEqualTo(Remedy.FIX_SETTINGS);
                    assertThat(failed.problem()).contains("there is no ffprobe", "install the package ffmpeg");
                });
            }
        }
        assertThat(data).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"film.mkv", "film.mp4", "tight.mkv"})
    void a_dry_run_writes_nothing_anywhere(String name) throws IOException {
        Path film = name.startsWith("tight") ? films.tight(folder) : films.copy(name, folder);
        String before = Witness.sha256(film);
        Files.setLastModifiedTime(film, LONG_AGO);
        FileTime folderBefore = Files.getLastModifiedTime(folder);

        try (Program tools = program(EngineChoice.TOOLS, ToolPaths.DEFAULT, true, HardlinkRule.SKIP)) {
            assertThat(tools.dryRun(film, JAPANESE)).isInstanceOf(Outcome.WouldChange.class);
        }

        assertUntouched(film, before);
        assertThat(Files.getLastModifiedTime(folder)).isEqualTo(folderBefore);
        assertThat(data).isEmptyDirectory();
    }

    private void assertUntouched(Path film, String sha256) throws IOException {
        assertThat(Witness.sha256(film)).isEqualTo(sha256);
        assertThat(Files.getLastModifiedTime(film)).isEqualTo(LONG_AGO);
        assertThat(folder).isDirectoryNotContaining(other -> !other.equals(film));
    }

    private Program program(EngineChoice engine, ToolPaths paths, boolean allowTailTracks, HardlinkRule hardlinks) {
        Settings settings = new Settings(
                FixRules.DEFAULT.with(hardlinks),
                engine,
                new ToolsSettings(paths, true, allowTailTracks, Duration.ofMinutes(1)),
                List.of(),
                Settings.DEFAULT.lookup(),
                Settings.DEFAULT.server(),
                Settings.DEFAULT.run(),
                Settings.DEFAULT.logging());
        String usual = System.setProperty("java.io.tmpdir", temporary.toString());
        try {
            return Program.with(settings, data.resolve("arrtheaudio"));
        } finally {
            System.setProperty("java.io.tmpdir", usual);
        }
    }
}
