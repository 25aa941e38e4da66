package io.arrtheaudio.domain.title;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.arrtheaudio.domain.choice.OriginalLanguage;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class KnownLanguageTest {

    @Test
    void an_answer_is_about_a_title() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new KnownLanguage("", OriginalLanguage.UNKNOWN, Instant.EPOCH))
                .withMessageContaining("about no title");
    }
}
