package io.arrtheaudio.service;

import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.title.TitleHint;
import io.arrtheaudio.domain.title.ToldTitle;
import io.arrtheaudio.port.out.MediaFiles;
import io.arrtheaudio.port.out.ToldTitleView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds what an Arr app told earlier of a file's title: by the ids that came with the file, by those in its path, by the
 * nearest folder that an app has given to a title, and at last by the ids noted beside it.
 *
 * <p>Thread-safe.
 */
public final class ToldTitles {

    private static final Logger LOG = LoggerFactory.getLogger(ToldTitles.class);

    private final ToldTitleView view;
    private final MediaFiles files;
    private final List<Path> roots;

    /**
     * Everything from outside is handed in.
     *
     * @param roots folders as the settings name them; a file may come by the path that one of them really has
     */
    public ToldTitles(ToldTitleView view, MediaFiles files, List<Path> roots) {
        this.view = Objects.requireNonNull(view, "view");
        this.files = Objects.requireNonNull(files, "files");
        this.roots = List.copyOf(roots);
    }

    /**
     * What is known of one file's title.
     *
     * @param came with the file
     * @param inPath as its path says
     * @param noted beside it; read only if the rest is of no use
     */
    record Clues(TitleHint came, TitleHint inPath, Supplier<TitleHint> noted) {}

    /** Unknown if nothing was told, or it cannot be read now: it is a help and no need. */
    OriginalLanguage of(Path file, Clues clues) {
        try {
            return find(file, clues).map(ToldTitle::word).orElse(OriginalLanguage.UNKNOWN);
        } catch (AudioFixException e) {
            LOG.warn("what Sonarr or Radarr told earlier of the title of {} is not known", file, e);
            return OriginalLanguage.UNKNOWN;
        }
    }

    private Optional<ToldTitle> find(Path file, Clues clues) {
        if (view.isEmpty()) {
            return Optional.empty();
        }
        List<String> keys = new ArrayList<>(clues.came().idKeys());
        keys.addAll(clues.inPath().idKeys());
        places(file).forEach(place -> keys.addAll(ToldTitle.keysAbove(place)));
        return view.find(keys).or(() -> noted(clues.noted().get()));
    }

    private Optional<ToldTitle> noted(TitleHint note) {
        return note.ids().isEmpty() ? Optional.empty() : view.find(note.idKeys());
    }

    /** The path itself, and those that it would have if it were named by way of the settings. */
    private List<Path> places(Path file) {
        List<Path> places = new ArrayList<>(List.of(file));
        for (Path root : roots) {
            real(root)
                    .filter(real -> !real.equals(root) && file.startsWith(real))
                    .map(real -> root.resolve(real.relativize(file)))
                    .ifPresent(places::add);
        }
        return places;
    }

    private Optional<Path> real(Path root) {
        try {
            return Optional.of(files.stat(root).identity().path());
        } catch (AudioFixException e) {
            LOG.debug("cannot look at {}", root, e);
            return Optional.empty();
        }
    }
}
