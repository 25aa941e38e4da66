package io.arrtheaudio.adapter.ffmpeg;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ToolSettingsTest {

    @Test
    void names_must_be_there_and_patience_must_end() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ToolSettings(" ", "b", "c", "d", Duration.ofSeconds(1), false, false))
                .withMessage("ffprobe was ' ' but must be the name of a program or a path to it");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ToolSettings("a", "b", "c", "d\0", Duration.ofSeconds(1), false, false))
                .withMessageStartingWith("mkvmerge was");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ToolSettings("a", "b", "c", "d", Duration.ZERO, false, false))
                .withMessage("patience was PT0S but must be positive");
    }
}
