package io.arrtheaudio.domain.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrtheaudio.domain.failure.AudioFixException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingTest {

    @Test
    void a_name_that_reads_back_as_itself_is_sound() {
        assertThat(Spelling.isSound(Path.of("/films/a film.mkv"))).isTrue();
        assertThatCode(() -> Spelling.expectSound(Path.of("a.mkv"), "queue")).doesNotThrowAnyException();
    }

    @Test
    void a_name_that_reads_back_as_another_or_not_at_all_is_refused_with_what_was_attempted() {
        for (Path bad : new Path[] {named("caf\ufffd.mkv"), named("nul\0.mkv")}) {
            assertThat(Spelling.isSound(bad)).isFalse();
            assertThatThrownBy(() -> Spelling.expectSound(bad, "record a change of"))
                    .isInstanceOf(AudioFixException.class)
                    .hasMessageStartingWith("cannot record a change of " + bad)
                    .hasMessageContaining("UTF-8 locale");
        }
    }

    /** A path of one name as a disk may have it: its bytes are not those of its text. */
    private static Path named(String text) {
        InvocationHandler answers = (path, method, arguments) -> switch (method.getName()) {
            case "toString" -> text;
            case "iterator" -> List.of(path).iterator();
            case "resolveSibling" -> Path.of(text);
            default -> throw new AssertionError("nobody asks for " + method);
        };
        return (Path) Proxy.newProxyInstance(Path.class.getClassLoader(), new Class<?>[] {Path.class}, answers);
    }
}
