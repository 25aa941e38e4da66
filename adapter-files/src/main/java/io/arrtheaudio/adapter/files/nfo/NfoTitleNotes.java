package io.arrtheaudio.adapter.files.nfo;

import io.arrtheaudio.domain.title.TitleHint;
import io.arrtheaudio.domain.title.TitleKind;
import io.arrtheaudio.domain.title.TitlePath;
import io.arrtheaudio.port.out.TitleNotes;
import java.nio.file.Path;

/**
 * Finds {@code .nfo} files where Kodi and Jellyfin look for them: {@code <name of the file>.nfo} and {@code movie.nfo}
 * beside a film, {@code tvshow.nfo} in the folder of a series (Kodi wiki, "NFO files").
 *
 * <p>Thread-safe.
 */
public final class NfoTitleNotes implements TitleNotes {

    /** From the folder of a disc over that of a season to that of the series. */
    private static final int FOLDERS_ABOVE = 2;

    @Override
    public TitleHint beside(Path file) {
        Nfo own = Nfo.read(file.resolveSibling(stem(file) + ".nfo"));
        boolean isEpisode = own.kind() == Nfo.Kind.EPISODE || TitlePath.of(file).kind() == TitleKind.SERIES;
        if (isEpisode) {
            return series(file);
        }
        TitleHint film = own.hint().isKnown() ? own.hint() : film(file);
        return film.isKnown() ? film : series(file);
    }

    private static TitleHint film(Path file) {
        Nfo nfo = Nfo.read(file.resolveSibling("movie.nfo"));
        return nfo.hint().kind() == TitleKind.SERIES ? TitleHint.UNKNOWN : nfo.hint();
    }

    private static TitleHint series(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        for (int above = 0; above <= FOLDERS_ABOVE && folder != null; above++) {
            TitleHint hint = Nfo.read(folder.resolve("tvshow.nfo")).hint();
            if (hint.isKnown() && hint.kind() != TitleKind.MOVIE) {
                return new TitleHint(TitleKind.SERIES, hint.name(), hint.year(), hint.ids());
            }
            folder = folder.getParent();
        }
        return TitleHint.UNKNOWN;
    }

    private static String stem(Path file) {
        String name = file.getFileName() == null ? "" : file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
