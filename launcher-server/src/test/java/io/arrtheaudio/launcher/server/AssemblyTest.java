package io.arrtheaudio.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.launcher.server.settings.Settings;
import io.arrtheaudio.port.in.FixOptions;
import io.arrtheaudio.port.in.ScanObserver;
import io.arrtheaudio.port.in.ScanRequest;
import io.arrtheaudio.port.in.ScanSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssemblyTest {

    @TempDir
    Path folder;

    private final Assembly assembly = Assembly.of(Settings.DEFAULT);

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
}
