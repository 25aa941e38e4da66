package io.arrtheaudio.adapter.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.title.KnownLanguage;
import io.arrtheaudio.kit.AtOnce;
import io.arrtheaudio.kit.LanguageCacheContract;
import io.arrtheaudio.port.out.LanguageCache;
import io.arrtheaudio.port.out.LanguageCacheView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every cache has a connection of its own, and every view too, as if each were of another program. */
class JdbiLanguageCacheTest extends LanguageCacheContract {

    private static final OriginalLanguage FRENCH = new OriginalLanguage(new Language("fra", "", ""), "TMDB");
    private static final KnownLanguage ANSWER = answer("tmdb movie 194");

    @TempDir
    private Path folder;

    private final List<AutoCloseable> open = new ArrayList<>();

    @Override
    protected LanguageCache open() {
        return new JdbiLanguageCache(openDatabase());
    }

    @Override
    protected LanguageCacheView openView() {
        DatabaseView view = DatabaseView.openExisting(folder).orElseThrow();
        open.add(view);
        return view.languages();
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    @Test
    void a_hundred_threads_that_answer_about_one_title_leave_one_answer() {
        LanguageCache mine = open();
        LanguageCache yours = open();

        List<KnownLanguage> put = AtOnce.call(100, i -> {
            KnownLanguage answer =
                    new KnownLanguage(ANSWER.title(), FRENCH, ANSWER.at().plusSeconds(i));
            (i % 2 == 0 ? mine : yours).put(answer);
            return answer;
        });

        assertThat(open().all()).hasSize(1).isSubsetOf(put);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code = 'FR'",
                "code = ''",
                "script = 'latin'",
                "region = 'fr'",
                "at_seconds = 9223372036854775807",
                "title = ''"
            })
    void an_answer_that_this_version_cannot_read_back_is_none_and_no_failure(String forged) {
        Database database = openDatabase();
        LanguageCache cache = new JdbiLanguageCache(database);
        cache.put(ANSWER);
        cache.put(answer("another title"));
        database.write(
                "forge",
                handle -> handle.createUpdate("UPDATE title_language SET " + forged + " WHERE title = :wanted")
                        .bind("wanted", ANSWER.title())
                        .execute());

        assertThat(cache.find(ANSWER.title())).isEmpty();
        assertThat(cache.find("")).isEmpty();
        assertThat(cache.all()).containsExactly(answer("another title"));
        assertThat(openView().find(ANSWER.title())).isEmpty();

        cache.put(ANSWER);
        assertThat(cache.find(ANSWER.title())).contains(ANSWER);
    }

    @Test
    void what_looks_like_sql_is_a_title() {
        LanguageCache cache = open();
        cache.put(ANSWER);
        cache.put(answer("'; DELETE FROM title_language; --"));

        assertThat(cache.forget(List.of("' OR '1' = '1", ":title", "%"))).isZero();
        assertThat(cache.find("'; DELETE FROM title_language; --")).isPresent();
        assertThat(cache.all()).hasSize(2);
    }

    @Test
    void nothing_is_remembered_in_a_database_that_somebody_removed() throws IOException {
        Database database = openDatabase();
        Files.delete(database.file());

        refuses(new JdbiLanguageCache(database), "removed or replaced");
    }

    @Test
    void a_full_disk_lets_nothing_be_remembered_until_there_is_room() throws Exception {
        try (SmallDisk disk = SmallDisk.mountedAt(folder, 600)) {
            try (Database database = Database.open(DatabaseSettings.in(folder.resolve("data")))) {
                LanguageCache cache = new JdbiLanguageCache(database);
                cache.put(answer("before"));
                disk.fill();

                refuses(cache, "the disk is full");
                assertThat(cache.find(ANSWER.title())).isEmpty();
                assertThat(cache.find("before")).isPresent();

                disk.makeRoom();
                cache.put(ANSWER);
                assertThat(cache.all()).containsExactlyInAnyOrder(ANSWER, answer("before"));
            }
        }
    }

    private static void refuses(LanguageCache cache, String words) {
        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> cache.put(ANSWER))
                .withMessageContaining("cannot remember the answer about " + ANSWER.title())
                .withMessageContaining(words)
                .matches(e -> e.remedy() == Remedy.RETRY_LATER);
    }

    private Database openDatabase() {
        Database database = Database.open(DatabaseSettings.in(folder));
        open.add(database);
        return database;
    }

    private static KnownLanguage answer(String title) {
        return new KnownLanguage(title, FRENCH, Instant.parse("2026-11-23T12:00:00Z"));
    }
}
