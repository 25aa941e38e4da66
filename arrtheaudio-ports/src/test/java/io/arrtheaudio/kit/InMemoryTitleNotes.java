package io.arrtheaudio.kit;

import io.arrtheaudio.domain.title.TitleHint;
import io.arrtheaudio.domain.title.TitleIds;
import io.arrtheaudio.domain.title.TitleKind;
import io.arrtheaudio.domain.title.TitlePath;
import io.arrtheaudio.port.out.TitleNotes;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Notes in memory. Strict: who asks for a path that is not absolute has not resolved it, and gets an
 * {@link AssertionError}.
 *
 * <p>Thread-safe.
 */
public final class InMemoryTitleNotes implements TitleNotes {

    private static final int ABOVE = 2;

    private final Map<Path, TitleHint> ofFiles = new ConcurrentHashMap<>();
    private final Map<Path, TitleHint> ofFilmFolders = new ConcurrentHashMap<>();
    private final Map<Path, TitleHint> ofSeriesFolders = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();

    /** Notes that a file is a film. */
    public void noteFilm(Path file, TitleIds ids) {
        ofFiles.put(file, hint(TitleKind.MOVIE, ids));
    }

    /** Notes that a file is an episode; of no use to anybody but that. */
    public void noteEpisode(Path file) {
        ofFiles.put(file, hint(TitleKind.SERIES, TitleIds.NONE));
    }

    /** Notes that a folder holds a film. */
    public void noteFilmIn(Path folder, TitleIds ids) {
        ofFilmFolders.put(folder, hint(TitleKind.MOVIE, ids));
    }

    /** Notes that a folder holds a series. */
    public void noteSeriesIn(Path folder, TitleIds ids) {
        ofSeriesFolders.put(folder, hint(TitleKind.SERIES, ids));
    }

    /** How often somebody asked. */
    public int asked() {
        return asked.get();
    }

    @Override
    public TitleHint beside(Path file) {
        if (!file.isAbsolute()) {
            throw new AssertionError(file + " is not absolute");
        }
        asked.incrementAndGet();
        TitleHint own = ofFiles.getOrDefault(file, TitleHint.UNKNOWN);
        boolean isEpisode = own.kind() == TitleKind.SERIES || TitlePath.of(file).kind() == TitleKind.SERIES;
        if (isEpisode) {
            return series(file).orElse(TitleHint.UNKNOWN);
        }
        TitleHint ofFolder = ofFilmFolders.getOrDefault(file.getParent(), TitleHint.UNKNOWN);
        TitleHint film = own.isKnown() ? own : ofFolder;
        return film.isKnown() ? film : series(file).orElse(TitleHint.UNKNOWN);
    }

    private Optional<TitleHint> series(Path file) {
        Path folder = file.getParent();
        for (int above = 0; above <= ABOVE && folder != null; above++) {
            if (ofSeriesFolders.containsKey(folder)) {
                return Optional.of(ofSeriesFolders.get(folder));
            }
            folder = folder.getParent();
        }
        return Optional.empty();
    }

    private static TitleHint hint(TitleKind kind, TitleIds ids) {
        return new TitleHint(kind, "", 0, ids);
    }
}
