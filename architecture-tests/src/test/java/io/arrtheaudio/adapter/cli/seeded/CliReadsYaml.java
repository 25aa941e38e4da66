package io.arrtheaudio.adapter.cli.seeded;

import org.yaml.snakeyaml.Yaml;

/** Breaks R10, SnakeYAML. */
public final class CliReadsYaml {

    Yaml yaml() {
        return new Yaml();
    }
}
