package io.arrtheaudio.service;

import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.library.PathMapping;
import io.arrtheaudio.domain.library.PathMappings;
import io.arrtheaudio.domain.title.TitleHint;
import io.arrtheaudio.domain.title.ToldTitle;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes of what an Arr app tells of a title what is kept of it.
 *
 * @param mappings where the app's folders are here
 * @param libraries folders that hold many titles
 */
record ArrWord(PathMappings mappings, List<Path> libraries) {

    /** @param folder of the title, as the app names it; empty if not told */
    ToldTitle of(TitleHint title, String folder, OriginalLanguage original, Instant at) {
        Set<String> keys = new LinkedHashSet<>(title.idKeys());
        own(folder).map(ToldTitle::keyOf).ifPresent(keys::add);
        return new ToldTitle(keys, original, at);
    }

    /** A folder that holds a library or what is mapped is not that of one title, whatever the app says. */
    private Optional<Path> own(String folder) {
        Optional<Path> here = folder.isBlank()
                ? Optional.empty()
                : mappings.map(folder).fold(mapped -> Optional.of(mapped.path()), nowhere -> Optional.<Path>empty());
        return here.filter(path -> path.getFileName() != null
                && Stream.concat(
                                libraries.stream(), mappings.mappings().stream().map(PathMapping::local))
                        .noneMatch(shared -> shared.normalize().startsWith(path)));
    }
}
