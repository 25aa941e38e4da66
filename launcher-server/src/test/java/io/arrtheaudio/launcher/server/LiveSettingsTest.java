package io.arrtheaudio.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.arrtheaudio.adapter.javalin.SettingsReload;
import io.arrtheaudio.adapter.javalin.SettingsReload.Reloaded;
import io.arrtheaudio.adapter.jdbi.DatabaseSettings;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.launcher.server.settings.Settings;
import io.arrtheaudio.launcher.server.settings.SettingsReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveSettingsTest {

    @TempDir
    private Path folder;

    private Core core;
    private LiveSettings live;

    @BeforeEach
    void start() {
        write("libraries: [/media]");
        DatabaseSettings data = DatabaseSettings.in(folder.resolve("data"));
        core = Core.of(Settings.DEFAULT, new DatabaseOnDemand(data, Access.LOOKING));
        live = new LiveSettings(core, read(), this::read);
    }

    @AfterEach
    void close() {
        core.close();
    }

    @Test
    void what_may_change_is_used_from_now_on_and_told_once() {
        write("{libraries: [/media, /more], hardlinks: copy, path_mappings: [{remote: /tv, local: /media/tv}]}");

        assertThat(live.reload())
                .isEqualTo(new Reloaded(List.of("hardlinks", "libraries", "path_mappings"), List.of()));
        assertThat(live.libraries()).containsExactly(Path.of("/media"), Path.of("/more"));
        assertThat(live.mappings().map("/tv/a.mkv").tried()).contains("/tv -> /media/tv");
        assertThat(live.jobRules().roots()).isEqualTo(live.libraries());
        assertThat(live.reload()).isEqualTo(new Reloaded(List.of(), List.of()));
    }

    @Test
    void what_needs_a_restart_is_told_each_time_until_there_is_one() {
        write("{libraries: [/media], api: {port: 1234}, processing: {worker_count: 7, max_queue_size: 8}}");

        Reloaded waits =
                new Reloaded(List.of(), List.of("api", "processing.worker_count", "processing.max_queue_size"));
        assertThat(live.reload()).isEqualTo(waits);
        assertThat(live.reload()).isEqualTo(waits);
    }

    @Test
    void somebody_is_told_when_files_may_be_found_elsewhere_and_only_then() {
        List<String> told = new ArrayList<>();
        SettingsReload reload = live.andThen(() -> told.add("again"));

        write("{libraries: [/media], hardlinks: copy}");
        reload.reload();
        assertThat(told).isEmpty();
        write("{libraries: [/media], hardlinks: copy, path_mappings: [{remote: /tv, local: /media/tv}]}");
        assertThat(reload.reload().used()).containsExactly("path_mappings");
        write("{libraries: [/more], hardlinks: copy, path_mappings: [{remote: /tv, local: /media/tv}]}");
        reload.reload();
        assertThat(told).hasSize(2);
    }

    @Test
    void who_cannot_be_told_hinders_no_reload() {
        write("libraries: [/more]");

        live.andThen(() -> {
                    throw new AudioFixException(Remedy.RETRY_LATER, "the disk is full");
                })
                .reload();

        assertThat(live.libraries()).containsExactly(Path.of("/more"));
    }

    @Test
    void settings_that_are_wrong_change_nothing() {
        write("libraries: media");

        assertThatExceptionOfType(AudioFixException.class).isThrownBy(live::reload);
        assertThat(live.libraries()).containsExactly(Path.of("/media"));
    }

    private void write(String yaml) {
        try {
            Files.writeString(folder.resolve("config.yaml"), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Settings read() {
        return new SettingsReader(Map.of()).read(folder.resolve("config.yaml")).settings();
    }
}
