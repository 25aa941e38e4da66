package io.arrtheaudio.adapter.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.title.ToldTitle;
import io.arrtheaudio.kit.ToldTitleContract;
import io.arrtheaudio.port.out.ToldTitleStore;
import io.arrtheaudio.port.out.ToldTitleView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every store has a connection of its own, and every view too, as if each were of another program. */
class JdbiToldTitlesTest extends ToldTitleContract {

    private static final ToldTitle SHOW = new ToldTitle(
            Set.of("tvdb 1", "folder /tv/Show"),
            new OriginalLanguage(new Language("jpn", "", ""), "told by Sonarr"),
            Instant.parse("2026-11-25T12:00:00Z"));

    @TempDir
    private Path folder;

    private final List<AutoCloseable> open = new ArrayList<>();

    @Override
    protected ToldTitleStore open() {
        return new JdbiToldTitles(openDatabase());
    }

    @Override
    protected ToldTitleView openView() {
        DatabaseView view = DatabaseView.openExisting(folder).orElseThrow();
        open.add(view);
        return view.told();
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"code = 'JP'", "script = 'latin'", "region = 'fr'", "at_seconds = 9223372036854775807"})
    void what_this_version_cannot_read_back_is_none_and_gives_way_to_the_next_word(String forged) {
        Database database = openDatabase();
        ToldTitleStore titles = new JdbiToldTitles(database);
        titles.put(SHOW);
        database.write("forge", handle -> handle.execute("UPDATE told_title SET " + forged));

        assertThat(titles.find(List.of("tvdb 1"))).isEmpty();
        assertThat(titles.all()).isEmpty();

        titles.put(SHOW);
        assertThat(openView().all()).containsExactly(SHOW);
    }

    @Test
    void a_title_that_is_told_again_and_again_takes_one_row_and_leaves_no_key_behind() {
        Database database = openDatabase();
        ToldTitleStore titles = new JdbiToldTitles(database);
        for (int i = 0; i < 10; i++) {
            titles.put(new ToldTitle(SHOW.keys(), SHOW.language(), SHOW.at().plusSeconds(i)));
        }
        assertThat(rows(database, "told_title")).isOne();
        assertThat(rows(database, "told_key")).isEqualTo(2);

        titles.forget(List.of("tvdb 1"));
        assertThat(rows(database, "told_key")).isZero();
    }

    @Test
    void nothing_is_kept_in_a_database_that_somebody_removed() throws IOException {
        Database database = openDatabase();
        Files.delete(database.file());

        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> new JdbiToldTitles(database).put(SHOW))
                .withMessageContaining("cannot keep what was told of a title")
                .matches(e -> e.remedy() == Remedy.RETRY_LATER);
    }

    private static int rows(Database database, String table) {
        return database.read("count", handle -> Schema.number(handle, "SELECT count(*) FROM " + table));
    }

    private Database openDatabase() {
        Database database = Database.open(DatabaseSettings.in(folder));
        open.add(database);
        return database;
    }
}
