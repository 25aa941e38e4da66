package io.arrtheaudio.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the examples use is what their readers will use: nothing from inside an adapter. Read off their sources. */
class ExamplesTest {

    private static final Pattern OF_OURS = Pattern.compile("\\bio\\.arrtheaudio(\\.[a-z]+)+");
    private static final Pattern TO_BE_USED = Pattern.compile("io\\.arrtheaudio\\."
            + "(examples|embedded|domain|port\\.in|port\\.out|service"
            + "|adapter\\.[a-z]+|adapter\\.files\\.journal|launcher\\.server|launcher\\.server\\.settings)"
            + "|io\\.arrtheaudio\\.(domain|examples)\\.[a-z]+");

    @Test
    void examples_use_only_what_is_meant_to_be_used() throws IOException {
        List<Path> sources = sources();

        assertThat(sources).hasSizeGreaterThanOrEqualTo(6);
        assertThat(sources)
                .allSatisfy(file -> assertThat(insides(Files.readString(file))).isEmpty());
    }

    @Test
    void what_is_used_from_inside_an_adapter_is_found() {
        assertThat(insides(
                        "import io.arrtheaudio.adapter.files.matroska.Stretch;\nimport io.arrtheaudio.domain.job.Job;"))
                .containsExactly("io.arrtheaudio.adapter.files.matroska");
    }

    private static List<String> insides(String source) {
        return OF_OURS.matcher(source)
                .results()
                .map(MatchResult::group)
                .filter(name -> !TO_BE_USED.matcher(name).matches())
                .toList();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> modules = Files.list(Path.of("../examples"))) {
            return modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .flatMap(ExamplesTest::below)
                    .toList();
        }
    }

    private static Stream<Path> below(Path root) {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
