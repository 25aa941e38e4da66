package io.arrtheaudio.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.adapter.jdbi.DatabaseSettings;
import io.arrtheaudio.adapter.tmdb.TmdbSettings;
import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.title.KnownLanguage;
import io.arrtheaudio.kit.TinyMatroska;
import io.arrtheaudio.kit.Tracks;
import io.arrtheaudio.launcher.server.settings.LookupSettings;
import io.arrtheaudio.launcher.server.settings.Settings;
import io.arrtheaudio.port.in.FixOptions;
import io.arrtheaudio.port.in.ScanObserver;
import io.arrtheaudio.port.in.ScanRequest;
import io.arrtheaudio.port.in.ScanSummary;
import io.arrtheaudio.port.in.UndoRequest;
import io.arrtheaudio.service.CacheRules;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssemblyTest {

    @TempDir
    Path folder;

    @TempDir
    Path data;

    private Assembly assembly;

    @BeforeEach
    void putTogether() {
        putTogether(Access.CHANGING);
    }

    private void putTogether(Access access) {
        assembly = Assembly.of(Settings.DEFAULT, DatabaseSettings.in(data.resolve("arrtheaudio")), access);
    }

    @AfterEach
    void takeApart() {
        assembly.close();
    }

    @Test
    void it_looks_into_real_files() throws IOException {
        Path file = Files.writeString(folder.resolve("a.mkv"), "no film");
        assertThat(assembly.fix().fix(file, FixOptions.within(folder)))
                .isInstanceOfSatisfying(
                        Outcome.Skipped.class,
                        outcome -> assertThat(outcome.detail()).contains("not Matroska or MP4"));
    }

    @Test
    void it_looks_through_real_folders() throws IOException {
        Files.writeString(folder.resolve("a.mkv"), "no film");
        Files.writeString(folder.resolve("b.mp4"), "no film");
        ScanRequest request = new ScanRequest(true, List.of(), List.of(), 2, FixOptions.within(folder));
        ScanSummary summary = assembly.library().scan(request, new ScanObserver() {});
        assertThat(summary.count("skipped")).isEqualTo(2);
    }

    @Test
    void who_only_looks_makes_nothing_in_the_data_folder() throws IOException {
        Path film = film("film.mkv");

        assembly.fix().inspect(film, wanting(film));
        assembly.fix().fix(film, wanting(film).asDryRun());
        assembly.recovery().recover();
        assembly.undo().undo(UndoRequest.of(film), outcome -> {});
        assembly.health().examine();
        assertThat(assembly.languages().all()).isEmpty();
        assertThat(assembly.languages().forget(List.of())).isZero();

        assertThat(data).isEmptyDirectory();
    }

    @Test
    void a_run_that_may_only_look_leaves_the_data_folder_as_it_is() throws IOException {
        Path film = film("film.mkv");
        assembly.fix().fix(film, wanting(film));
        assembly.close();
        FolderState before = FolderState.of(data);

        putTogether(Access.LOOKING);
        assembly.recovery().recover();
        assembly.fix().inspect(film, wanting(film));
        assertThat(assembly.fix().fix(film, wanting(film).asDryRun())).isInstanceOf(Outcome.AlreadyCorrect.class);
        assertThat(assembly.undo().undo(UndoRequest.of(film).asDryRun(), outcome -> {}))
                .containsEntry("would_undo", 1L);
        assembly.health().examine();
        assertThat(assembly.languages().all()).isEmpty();
        assertThat(assembly.languages().forget(List.of())).isZero();
        assembly.close();

        assertThat(FolderState.of(data)).isEqualTo(before);
    }

    @Test
    void what_is_remembered_about_titles_is_shown_and_forgotten() {
        KnownLanguage answer = new KnownLanguage("tmdb movie 603", OriginalLanguage.UNKNOWN, Instant.EPOCH);
        try (DatabaseOnDemand earlier =
                new DatabaseOnDemand(DatabaseSettings.in(data.resolve("arrtheaudio")), Access.CHANGING)) {
            earlier.languages().put(answer);
        }

        assertThat(assembly.languages().all()).containsExactly(answer);
        assertThat(assembly.languages().forget(List.of("tmdb movie 603"))).isEqualTo(1);
        assembly.close();

        putTogether(Access.LOOKING);
        assertThat(assembly.languages().all()).isEmpty();
    }

    @Test
    void every_thread_that_asked_tmdb_ends_with_the_program() throws IOException {
        assembly.close();
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        Path film = film("Heat (1995).mkv");
        assembly = Assembly.of(
                Settings.DEFAULT.with(asking(URI.create("http://localhost:1/3"))),
                DatabaseSettings.in(data.resolve("arrtheaudio")),
                Access.CHANGING);

        Outcome outcome = assembly.fix().fix(film, FixOptions.within(folder));
        Set<Thread> during = Thread.getAllStackTraces().keySet();
        assembly.close();

        assertThat(outcome.explanation().warnings()).anyMatch(warning -> warning.contains("could not be looked up"));
        assertThat(during).anyMatch(thread -> thread.getName().startsWith("tmdb-"));
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> !before.contains(thread))
                .noneMatch(thread ->
                        thread.getName().startsWith("tmdb-") || thread.getName().startsWith("HttpClient"));
    }

    private static LookupSettings asking(URI url) {
        TmdbSettings tmdb = new TmdbSettings(
                "0123456789abcdef0123456789abcdef",
                url,
                new TmdbSettings.Retries(1, Duration.ofMillis(1), Duration.ofMillis(1)),
                TmdbSettings.Circuit.DEFAULT,
                TmdbSettings.Pace.DEFAULT,
                TmdbSettings.Limits.DEFAULT);
        return new LookupSettings(true, tmdb, CacheRules.DEFAULT, List.of());
    }

    @Test
    void the_first_change_makes_the_journal_and_undo_finds_it_there() throws IOException {
        Path film = film("film.mkv");
        byte[] before = Files.readAllBytes(film);

        assertThat(assembly.fix().fix(film, wanting(film))).isInstanceOf(Outcome.Changed.class);

        assertThat(data.resolve("arrtheaudio/arrtheaudio.db")).exists();
        assembly.close();
        putTogether();
        assertThat(assembly.fix().fix(film, wanting(film).asDryRun())).isInstanceOf(Outcome.AlreadyCorrect.class);
        assertThat(assembly.undo().undo(UndoRequest.of(film), outcome -> {})).containsEntry("undone", 1L);
        assertThat(Files.readAllBytes(film)).isEqualTo(before);
        assembly.close();
        assertThat(data.resolve("arrtheaudio/locks")).isEmptyDirectory();
    }

    private Path film(String name) throws IOException {
        return Files.write(
                folder.resolve(name), TinyMatroska.with(Tracks.three(2)).toBytes());
    }

    private static FixOptions wanting(Path film) {
        return FixOptions.within(film).withLanguages(List.of(new Language("eng", "", "")));
    }
}
