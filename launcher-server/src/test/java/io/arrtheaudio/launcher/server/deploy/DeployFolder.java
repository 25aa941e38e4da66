package io.arrtheaudio.launcher.server.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What is given to those who run the daemon, read as YAML, which JSON is as well. */
final class DeployFolder {

    static final Path PROJECT = Path.of("..");
    static final Path PATH = PROJECT.resolve("deploy");

    private DeployFolder() {}

    static String text(String file) {
        try {
            return Files.readString(PATH.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<?, ?> yaml(String file) {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        return map(new Yaml(new SafeConstructor(strict)).load(text(file)));
    }

    static Map<?, ?> map(Object value) {
        assertThat(value).isInstanceOf(Map.class);
        return (Map<?, ?>) value;
    }

    static List<?> list(Object value) {
        assertThat(value).isInstanceOf(List.class);
        return (List<?>) value;
    }

    static List<Map<?, ?>> maps(Object value) {
        return list(value).stream().<Map<?, ?>>map(DeployFolder::map).toList();
    }

    static List<String> texts(Object value) {
        return list(value).stream().map(String::valueOf).toList();
    }
}
