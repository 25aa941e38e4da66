package io.arrtheaudio.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.adapter.jdbi.DatabaseSettings;
import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.title.ToldTitle;
import io.arrtheaudio.kit.ToldTitleContract;
import io.arrtheaudio.port.out.ToldTitleStore;
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

/** Every store belongs to a run of its own. */
class ToldTitlesOnDemandTest extends ToldTitleContract {

    private static final ToldTitle SHOW = new ToldTitle(
            Set.of("tvdb 7"),
            new OriginalLanguage(new Language("jpn", "", ""), "told by Sonarr"),
            Instant.parse("2026-11-25T12:00:00Z"));

    @TempDir
    private Path folder;

    private final List<DatabaseOnDemand> runs = new ArrayList<>();

    @Override
    protected ToldTitleStore open() {
        return run(Access.CHANGING);
    }

    @AfterEach
    void close() {
        runs.forEach(DatabaseOnDemand::close);
    }

    @Test
    void who_only_looks_sees_what_is_kept_and_changes_no_byte() throws IOException {
        open().put(SHOW);
        close();
        FolderState before = FolderState.of(data());

        ToldTitleStore looking = run(Access.LOOKING);
        assertThat(looking.find(List.of("tvdb 7"))).contains(SHOW);
        looking.put(new ToldTitle(Set.of("tvdb 8"), SHOW.language(), SHOW.at()));
        assertThat(looking.forget(List.of("tvdb 7"))).isZero();
        assertThat(looking.all()).containsExactly(SHOW);
        close();

        assertThat(FolderState.of(data())).isEqualTo(before);
    }

    @Test
    void who_only_looks_makes_nothing_where_nothing_is() {
        ToldTitleStore looking = run(Access.LOOKING);
        looking.put(SHOW);

        assertThat(looking.isEmpty()).isTrue();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_database_that_cannot_be_read_is_none() throws IOException {
        Files.writeString(Files.createDirectories(data()).resolve("arrtheaudio.db"), "no database");

        assertThat(run(Access.LOOKING).isEmpty()).isTrue();
        assertThat(run(Access.CHANGING).find(List.of("tvdb 7"))).isEmpty();
    }

    private Path data() {
        return folder.resolve("data");
    }

    private ToldTitleStore run(Access access) {
        DatabaseOnDemand run = new DatabaseOnDemand(DatabaseSettings.in(data()), access);
        runs.add(run);
        return run.told();
    }
}
