package io.arrtheaudio.launcher.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.library.PathMapping;
import io.arrtheaudio.domain.media.Container;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A settings file of the Python ArrTheAudio loads as it is, even without the variables it names. */
class PythonSettingsTest {

    @TempDir
    Path folder;

    private SettingsFile file;

    @BeforeEach
    void copy() throws IOException {
        try (InputStream in = PythonSettingsTest.class.getResourceAsStream("/settings/python.yaml")) {
            file = SettingsFile.in(folder, in.readAllBytes())
                    .with(Map.of("WEBHOOK_SECRET", "of sixteen letters".replace(" ", "-")));
        }
    }

    @Test
    void what_works_is_taken_over() {
        Settings settings = file.settings();
        assertThat(settings.rules().policies().global().languages())
                .extracting(Object::toString)
                .containsExactly("eng", "jpn", "ita");
        assertThat(settings.rules().policies().rules())
                .extracting(rule -> rule.where() + " " + rule.policy().languages())
                .containsExactly("/media/tv/Anime/** [jpn, eng]", "/media/tv/Korean Shows/** [kor, eng]");
        assertThat(settings.rules().containers()).containsExactly(Container.MATROSKA);
        assertThat(settings.run().workers()).isEqualTo(4);
        assertThat(settings.tools()).isEqualTo(ToolsSettings.DEFAULT);
        assertThat(settings.libraries())
                .containsExactly(
                        Path.of("/data/media/tv"),
                        Path.of("/data/media/movies"),
                        Path.of("/media/tv/Anime"),
                        Path.of("/media/tv/Korean Shows"));
        assertThat(settings.server().mappings().mappings())
                .extracting(PathMapping::toString)
                .containsExactly("/tv -> /data/media/tv", "/movies -> /data/media/movies");
        assertThat(settings.server().api().webhookSecret()).isEqualTo("of-sixteen-letters");
        assertThat(settings.server().queue().limit()).isEqualTo(100);
        assertThat(settings.lookup()).isEqualTo(LookupSettings.DEFAULT);
        assertThat(settings.lookup().asksTmdb()).isFalse();
        assertThat(settings.logging())
                .isEqualTo(new LoggingSettings(
                        LogFormat.JSON,
                        LogLevel.WARN,
                        new LogOutput.File(Path.of("/logs/arrtheaudio.log")),
                        LogRotation.DEFAULT));
    }

    @Test
    void what_does_not_work_is_told_once_each() {
        assertThat(file.notices()).isEqualTo("""
                config.yaml:28: tmdb.cache_path: has no effect in this version or a later one
                config.yaml:37: api.workers: has no effect in this version or a later one
                config.yaml:46: processing.job_retention_days: has no effect in this version or a later one
                config.yaml:50: logging.level: 'warning' is read as warn
                """);
    }

    @Test
    void secrets_are_in_no_notice_and_in_no_record() {
        LoadedSettings loaded = file.with(Map.of("TMDB_API_KEY", "hunter2", "WEBHOOK_SECRET", "hunter3"))
                .read();
        assertThat(loaded.settings().lookup().tmdb().apiKey()).isEqualTo("hunter2");
        assertThat(List.of(loaded, loaded.notices(), loaded.settings()).toString())
                .doesNotContain("hunter2", "hunter3");
    }
}
