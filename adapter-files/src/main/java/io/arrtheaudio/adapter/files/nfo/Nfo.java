package io.arrtheaudio.adapter.files.nfo;

import io.arrtheaudio.domain.title.TitleHint;
import io.arrtheaudio.domain.title.TitleIds;
import io.arrtheaudio.domain.title.TitleKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one {@code .nfo} file says. Any file is read; what is no note says nothing.
 *
 * @param kind what its root element names
 * @param hint {@link TitleHint#UNKNOWN} for an episode: its ids are no series'
 */
record Nfo(Kind kind, TitleHint hint) {

    /** Enough for any cast; what lies behind it is not read. */
    static final int LARGEST_BYTES = 256 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(Nfo.class);
    private static final Nfo NOTHING = new Nfo(Kind.OTHER, TitleHint.UNKNOWN);

    /** Root elements. */
    enum Kind {
        MOVIE,
        SERIES,
        EPISODE,
        /** No XML, or none of Kodi's. */
        OTHER
    }

    /** Reads a file, if it is there. Only regular files are opened: a pipe would never end. */
    static Nfo read(Path file) {
        if (!Files.isRegularFile(file)) {
            return NOTHING;
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return of(stream.readNBytes(LARGEST_BYTES));
        } catch (IOException e) {
            LOG.debug("cannot read {}", file, e);
            return NOTHING;
        }
    }

    static Nfo of(byte[] content) {
        NfoReader reader = new NfoReader();
        reader.read(content);
        String text = new String(content, StandardCharsets.ISO_8859_1);
        return switch (reader.kind()) {
            case MOVIE -> new Nfo(Kind.MOVIE, film(reader, NfoLinks.in(behindXml(text))));
            case SERIES -> new Nfo(Kind.SERIES, series(reader, NfoLinks.in(behindXml(text))));
            case EPISODE -> new Nfo(Kind.EPISODE, TitleHint.UNKNOWN);
            case OTHER -> new Nfo(Kind.OTHER, linked(NfoLinks.in(text)));
        };
    }

    /** Kodi allows an address behind the XML. */
    private static String behindXml(String text) {
        return text.substring(text.lastIndexOf('>') + 1);
    }

    private static TitleHint film(NfoReader reader, NfoLinks links) {
        TitleIds ids = reader.ids().or(links.isSeries() ? TitleIds.NONE : links.ids());
        return new TitleHint(TitleKind.MOVIE, reader.name(), reader.year(), new TitleIds(ids.tmdb(), 0, ids.imdb()));
    }

    private static TitleHint series(NfoReader reader, NfoLinks links) {
        TitleIds ids = reader.ids().or(links.isFilm() ? TitleIds.NONE : links.ids());
        return new TitleHint(TitleKind.SERIES, reader.name(), reader.year(), ids);
    }

    private static TitleHint linked(NfoLinks links) {
        return links.ids().isEmpty() ? TitleHint.UNKNOWN : new TitleHint(links.kind(), "", 0, links.ids());
    }
}
