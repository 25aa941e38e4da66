package io.arrtheaudio.adapter.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.job.Job;
import io.arrtheaudio.domain.job.JobFile;
import io.arrtheaudio.domain.job.JobPriority;
import io.arrtheaudio.domain.job.JobRequest;
import io.arrtheaudio.domain.job.JobSource;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.domain.journal.EntryState;
import io.arrtheaudio.domain.journal.JournalEntry;
import io.arrtheaudio.domain.journal.JournalQuery;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.title.KnownLanguage;
import io.arrtheaudio.domain.title.ToldTitle;
import io.arrtheaudio.kit.AtOnce;
import io.arrtheaudio.kit.InMemoryOwnerLocks;
import io.arrtheaudio.kit.SampleChange;
import io.arrtheaudio.kit.StoppedClock;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaUpdateTest {

    private static final String JOB_OF_THAT_TIME = """
            INSERT INTO job (id, state, ready, priority, kind, file_key, dry_run, force, source, webhook, batch, failed,
                claims, created_ms, due_ms, started_ms, ended_ms, waits_for, waits_since_ms, owner, lease_until_ms,
                cancel_asked, note, received, local, tried, title_kind, title_name, title_year, tmdb, tvdb, imdb,
                original_code, original_script, original_region, original_source, original_confidence)
            VALUES (7, 'QUEUED', 1, 1, 'MATROSKA', '/media/a.mkv', 0, 0, 'MANUAL', 0, 0, 0, 0, 1, 1, 0, 0, 'NONE', 0, '',
                0, 0, '', '/tv/a.mkv', '/media/a.mkv', '/tv -> /media', 'UNKNOWN', '', 0, 0, 0, '', 'und', '', '', '',
                'HIGH')""";
    private static final Language JAPANESE = new Language("jpn", "", "");
    private static final int NEWEST = Migration.newest(Migration.ALL);
    private static final String COPY = "arrtheaudio-20261123T120000.500Z-v" + NEWEST + ".db";

    private final InMemoryOwnerLocks owners = new InMemoryOwnerLocks();
    private final StoppedClock clock = new StoppedClock(Instant.parse("2026-11-23T12:00:00.5Z"));

    @TempDir
    private Path folder;

    @Test
    void every_step_beside_the_program_is_known_to_it() throws IOException, URISyntaxException {
        Path first = Path.of(Migration.class
                .getResource("/" + Migration.ALL.get(0).resource())
                .toURI());
        try (Stream<Path> files = Files.list(first.getParent())) {
            assertThat(Migration.ALL)
                    .extracting(step -> Path.of(step.resource()).getFileName().toString())
                    .containsExactlyElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .sorted()
                                    .toList());
        }
        assertThat(Migration.ALL).extracting(Migration::version).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void a_step_is_made_once_and_its_sum_is_that_of_flyway() {
        open(Migration.ALL).close();

        try (Database again = open(Migration.ALL)) {
            assertThat(sums(again))
                    .containsExactlyElementsOf(
                            Migration.ALL.stream().map(Migration::checksum).toList());
        }
    }

    @Test
    void a_new_database_needs_no_copy() {
        open(Steps.LATER).close();

        assertThat(folder.resolve("backups")).doesNotExist();
    }

    @Test
    void an_older_database_is_copied_and_brought_up_to_date() {
        begin("a.mkv");

        try (Database newer = open(Steps.LATER)) {
            assertThat(sums(newer)).hasSize(Steps.LATER.size());
            assertThat(entries(newer)).isEqualTo(1);
        }
        assertThat(folder.resolve("backups"))
                .isDirectoryContaining(file -> file.getFileName().toString().equals(COPY));
    }

    @Test
    void the_database_of_the_first_program_is_copied_and_brought_up_to_date_with_its_journal_whole()
            throws IOException {
        List<JournalEntry> before;
        try (Database first = open(Steps.FIRST)) {
            JdbiEditJournal journal = new JdbiEditJournal(first, owners);
            JournalEntry entry = journal.begin(SampleChange.of("a.mkv").planned());
            journal.end(entry, EntryState.DONE, SampleChange.of("a.mkv").after());
            journal.begin(SampleChange.of("b.mkv").planned());
            before = journal.find(JournalQuery.EVERYTHING);
        }

        try (Database newer = open(Migration.ALL)) {
            assertThat(sums(newer)).hasSize(Migration.ALL.size());
            assertThat(new JdbiEditJournal(newer, owners).find(JournalQuery.EVERYTHING))
                    .hasSize(2)
                    .isEqualTo(before);
            assertThat(new JdbiLanguageCache(newer).all()).isEmpty();
            assertThat(new JdbiToldTitles(newer).all()).isEmpty();
        }
        Path copy = folder.resolve("backups/arrtheaudio-20261123T120000.500Z-v1.db");
        Files.copy(copy, Files.createDirectory(folder.resolve("old")).resolve("arrtheaudio.db"));
        try (Database older = open(folder.resolve("old"), Steps.FIRST)) {
            assertThat(new JdbiEditJournal(older, owners).find(JournalQuery.EVERYTHING))
                    .isEqualTo(before);
        }
    }

    @Test
    void a_database_with_jobs_and_answers_keeps_them_and_can_be_told_of_titles() {
        KnownLanguage answer = new KnownLanguage("tvdb 7", new OriginalLanguage(JAPANESE, "TMDB"), clock.instant());
        try (Database before = open(Steps.WITHOUT_TOLD_TITLES)) {
            new JdbiLanguageCache(before).put(answer);
            before.write("queue a job", handle -> handle.execute(JOB_OF_THAT_TIME));
        }
        try (DatabaseView view = DatabaseView.openExisting(folder).orElseThrow()) {
            assertThat(view.told().all()).isEmpty();
            assertThat(view.told().find(List.of("tvdb 7"))).isEmpty();
            assertThat(view.told().isEmpty()).isTrue();
        }

        try (Database newer = open(Migration.ALL)) {
            assertThat(new JdbiLanguageCache(newer).all()).containsExactly(answer);
            Job job = new JdbiJobStore(newer).find("7").orElseThrow();
            assertThat(job.state()).isEqualTo(JobState.QUEUED);
            assertThat(job.request())
                    .isEqualTo(JobRequest.of(
                            new JobFile("/tv/a.mkv", "/media/a.mkv", "/tv -> /media", "/media/a.mkv"),
                            JobSource.MANUAL,
                            JobPriority.NORMAL));
            ToldTitle told =
                    new ToldTitle(Set.of("tvdb 7"), new OriginalLanguage(JAPANESE, "told by Sonarr"), clock.instant());
            new JdbiToldTitles(newer).put(told);
            assertThat(new JdbiToldTitles(newer).all()).containsExactly(told);
        }
    }

    @Test
    void the_copy_serves_the_older_program() throws IOException {
        begin("a.mkv");
        open(Steps.LATER).close();

        Files.copy(
                folder.resolve("backups").resolve(COPY),
                Files.createDirectory(folder.resolve("old")).resolve("arrtheaudio.db"));

        try (Database older = Database.open(DatabaseSettings.in(folder.resolve("old")))) {
            assertThat(entries(older)).isEqualTo(1);
        }
    }

    @Test
    void a_step_that_fails_leaves_the_database_as_it_was() {
        begin("a.mkv");

        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> open(Steps.BROKEN))
                .withMessageContaining("from version " + NEWEST + " of its tables to " + Migration.newest(Steps.LATER))
                .withMessageContaining("backups");

        try (Database asBefore = open(Migration.ALL)) {
            assertThat(entries(asBefore)).isEqualTo(1);
        }
        open(Steps.LATER).close();
    }

    @Test
    void three_copies_are_kept_the_newest() throws IOException {
        open(Migration.ALL).close();
        for (int i = 0; i < 5; i++) {
            clock.advance(Duration.ofDays(1));
            assertThatExceptionOfType(AudioFixException.class).isThrownBy(() -> open(Steps.BROKEN));
        }

        try (Stream<Path> copies = Files.list(folder.resolve("backups"))) {
            assertThat(copies.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "arrtheaudio-20261126T120000.500Z-v" + NEWEST + ".db",
                            "arrtheaudio-20261127T120000.500Z-v" + NEWEST + ".db",
                            "arrtheaudio-20261128T120000.500Z-v" + NEWEST + ".db");
        }
    }

    @Test
    void a_database_of_a_newer_program_is_refused_and_left_as_it_is() throws IOException {
        open(Steps.LATER).close();
        byte[] content = Files.readAllBytes(folder.resolve("arrtheaudio.db"));

        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> open(Migration.ALL))
                .withMessageContaining("a newer ArrTheAudio made it (version " + Migration.newest(Steps.LATER)
                        + " of its tables, this one knows " + NEWEST + ")")
                .matches(e -> e.remedy() == Remedy.FIX_SETTINGS);

        assertThat(folder.resolve("arrtheaudio.db")).hasBinaryContent(content);
    }

    @Test
    void a_step_with_another_sum_is_refused() {
        try (Database database = open(Migration.ALL)) {
            database.write("forge", handle -> handle.execute("UPDATE flyway_schema_history SET checksum = 1"));
        }

        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> open(Migration.ALL))
                .withMessageContaining("step 1 of its tables was made by another build")
                .matches(e -> e.remedy() == Remedy.FIX_FILE);
    }

    @Test
    void the_history_of_another_program_is_refused() {
        try (Database database = open(Migration.ALL)) {
            database.write("forge", handle -> handle.execute("PRAGMA application_id = 7"));
        }

        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> open(Migration.ALL))
                .withMessageContaining("another program")
                .matches(e -> e.remedy() == Remedy.FIX_FILE);
    }

    @Test
    void an_older_database_that_many_threads_open_is_copied_and_brought_up_to_date_once() throws IOException {
        begin("a.mkv");

        List<Database> open = AtOnce.call(6, i -> open(Steps.LATER));

        assertThat(open).allSatisfy(database -> assertThat(sums(database)).hasSize(Steps.LATER.size()));
        try (Stream<Path> copies = Files.list(folder.resolve("backups"))) {
            assertThat(copies).hasSize(1);
        }
        open.forEach(Database::close);
    }

    private Database open(List<Migration> steps) {
        return open(folder, steps);
    }

    private Database open(Path in, List<Migration> steps) {
        return Database.open(DatabaseSettings.in(in), clock, steps, Sqlite.PATIENCE);
    }

    private void begin(String file) {
        try (Database database = open(Migration.ALL)) {
            new JdbiEditJournal(database, owners).begin(SampleChange.of(file).planned());
        }
    }

    private int entries(Database database) {
        return new JdbiEditJournal(database, owners)
                .find(JournalQuery.EVERYTHING)
                .size();
    }

    private static List<Integer> sums(Database database) {
        return database.read(
                "look for sums",
                handle -> handle.createQuery("SELECT checksum FROM flyway_schema_history ORDER BY installed_rank")
                        .mapTo(Integer.class)
                        .list());
    }
}
