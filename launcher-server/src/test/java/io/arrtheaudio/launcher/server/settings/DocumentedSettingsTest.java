package io.arrtheaudio.launcher.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.launcher.server.settings.Key.Effect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The documentation and the JSON Schema say what the table of keys says, and the table's defaults are the real ones. */
class DocumentedSettingsTest {

    private static final Path DOCS = Path.of("..", "docs");

    @TempDir
    Path folder;

    @Test
    void the_documented_example_holds_every_default() throws IOException {
        SettingsFile file = SettingsFile.in(folder, examples().get(0));
        assertThat(file.settings()).isEqualTo(Settings.DEFAULT);
        assertThat(file.read().notices()).isEqualTo(List.of());
        String example = examples().get(0);
        assertThat(working().filter(key -> !key.byDefault().isEmpty()))
                .allSatisfy(key -> assertThat(example).contains(key.name() + ": " + key.byDefault() + "\n"));
    }

    @Test
    void every_other_documented_example_is_read_without_a_word() throws IOException {
        for (String example : examples().subList(1, examples().size())) {
            assertThat(SettingsFile.in(folder, example).read().notices())
                    .as(example)
                    .isEmpty();
        }
    }

    @Test
    void every_default_of_the_table_is_what_holds_without_the_key() {
        assertThat(working().filter(key -> !key.byDefault().isEmpty())).allSatisfy(key -> {
            String yaml = key.path().replace(".", ": {") + ": " + key.byDefault()
                    + "}".repeat(key.path().split("\\.").length - 1);
            assertThat(SettingsFile.in(folder, yaml).settings()).as(yaml).isEqualTo(Settings.DEFAULT);
        });
    }

    @Test
    void every_key_has_its_row_in_the_documentation() throws IOException {
        List<String> rows = Stream.concat(
                        working()
                                .filter(key -> !(key.shape() instanceof Shape.Fields))
                                .map(DocumentedSettingsTest::row),
                        Keys.all().stream()
                                .filter(key -> key.effect() != Effect.NOW)
                                .map(DocumentedSettingsTest::row))
                .toList();
        Files.write(Path.of("target", "settings.rows.md"), rows);
        assertThat(Files.readString(DOCS.resolve("configuration.md")).lines().filter(line -> line.startsWith("| `")))
                .as("target/settings.rows.md is what should stand in docs")
                .containsExactlyElementsOf(rows);
    }

    @Test
    void the_schema_is_the_one_that_follows_from_the_table() throws IOException {
        Files.writeString(Path.of("target", "settings.schema.json"), Schema.text());
        assertThat(Files.readString(DOCS.resolve("settings.schema.json")))
                .as("target/settings.schema.json is what should stand in docs")
                .isEqualTo(Schema.text());
    }

    @Test
    void the_schema_describes_every_key() throws IOException {
        Object schema = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(Files.readString(DOCS.resolve("settings.schema.json"))); // JSON is YAML
        assertThat(SchemaKeys.of(schema))
                .containsExactlyInAnyOrderElementsOf(
                        Keys.all().stream().map(Key::path).toList());
    }

    private static Stream<Key<?>> working() {
        return Keys.all().stream().filter(key -> key.effect() == Effect.NOW).map(key -> (Key<?>) key);
    }

    private static String row(Key<?> key) {
        String values = key.shape() instanceof Words<?> words
                ? "`" + String.join("`, `", words.words().keySet()) + "`"
                : key.shape().allowed();
        String byDefault = key.byDefault().isEmpty() ? "" : "`" + key.byDefault() + "`";
        return key.effect() == Effect.NOW
                ? "| `" + key.path() + "` | " + values + " | " + byDefault + " | " + key.meaning() + " |"
                : "| `" + key.path() + "` | " + values + " | " + key.meaning() + " |";
    }

    private static List<String> examples() throws IOException {
        Matcher block = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(DOCS.resolve("configuration.md")));
        List<String> examples = new ArrayList<>();
        while (block.find()) {
            examples.add(block.group(1));
        }
        assertThat(examples).as("yaml blocks in docs/configuration.md").hasSizeGreaterThan(1);
        return examples;
    }
}
