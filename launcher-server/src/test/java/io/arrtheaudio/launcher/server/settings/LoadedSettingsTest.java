package io.arrtheaudio.launcher.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadedSettingsTest {

    private static final LoadedSettings OF_A_FILE = new LoadedSettings(Settings.DEFAULT, "config.yaml", List.of());

    @Test
    void a_file_that_is_gone_when_it_is_read_again_does_not_mean_that_nothing_was_ever_set() {
        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> OF_A_FILE.again(() -> LoadedSettings.WITHOUT_FILE))
                .withMessageContaining("config.yaml is not there any more; nothing has changed")
                .returns(Remedy.FIX_SETTINGS, AudioFixException::remedy);
    }

    @Test
    void a_file_that_appears_is_used() {
        assertThat(LoadedSettings.WITHOUT_FILE.again(() -> OF_A_FILE)).isEqualTo(OF_A_FILE.settings());
        assertThat(OF_A_FILE.again(() -> OF_A_FILE)).isEqualTo(OF_A_FILE.settings());
    }
}
