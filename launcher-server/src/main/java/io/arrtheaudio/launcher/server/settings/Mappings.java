package io.arrtheaudio.launcher.server.settings;

import io.arrtheaudio.domain.library.PathMapping;
import io.arrtheaudio.domain.library.PathMappings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads where the paths of Sonarr and Radarr lie here. No folder of theirs may be mapped twice, as only one of the mappings
 * would hold.
 *
 * <p>One thread at a time.
 */
final class Mappings {

    private final Map<PathMapping, Integer> lines = new LinkedHashMap<>();

    private Mappings() {}

    /** The mappings in the order of the file, without those that cannot be read, which is told. */
    static PathMappings of(List<Value> rows) {
        Mappings mappings = new Mappings();
        List<PathMapping> read = new ArrayList<>();
        for (Value row : rows) {
            mappings.mapping(row).ifPresent(read::add);
        }
        return new PathMappings(read);
    }

    private Optional<PathMapping> mapping(Value value) {
        Section row = Section.of(value, Keys.PATH_MAPPINGS.path() + "[].");
        if (!row.has(Keys.MAPPING_REMOTE) || !row.has(Keys.MAPPING_LOCAL)) {
            row.problem("needs remote, the folder as the app knows it, and local, the same folder here");
        }
        Optional<String> remote = row.get(Keys.MAPPING_REMOTE);
        Optional<Path> local = row.get(Keys.MAPPING_LOCAL);
        return remote.flatMap(there -> local.flatMap(here -> mapping(row, there, here)));
    }

    private Optional<PathMapping> mapping(Section row, String remote, Path local) {
        PathMapping mapping;
        try {
            mapping = new PathMapping(remote, local);
        } catch (IllegalArgumentException e) {
            row.problem(
                    Keys.MAPPING_REMOTE,
                    "was " + Value.shown(remote) + " but must be an absolute path without '..'"
                            + " such as /tv, D:\\TV or \\\\nas\\tv");
            return Optional.empty();
        }
        Optional<Integer> before =
                lines.keySet().stream().filter(mapping::hasRemoteOf).findFirst().map(lines::get);
        lines.putIfAbsent(mapping, row.line(Keys.MAPPING_REMOTE));
        if (before.isPresent()) {
            row.problem(Keys.MAPPING_REMOTE, Value.shown(remote) + " is mapped twice, before in line " + before.get());
            return Optional.empty();
        }
        return Optional.of(mapping);
    }
}
