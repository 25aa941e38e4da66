package io.arrtheaudio.examples.yourownmetadata;

import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.title.ComparableTitle;
import io.arrtheaudio.domain.title.TitleHint;
import io.arrtheaudio.port.out.OriginalLanguages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/**
 * Knows original languages from a text file, such as one's own media library may export it. A line is one title:
 * {@code IMDb id | name | year | language}.
 *
 * <p>Thread-safe.
 */
final class ListOfTitles implements OriginalLanguages {

    private final String source;
    private final List<Line> lines;

    private ListOfTitles(String source, List<Line> lines) {
        this.source = source;
        this.lines = List.copyOf(lines);
    }

    /**
     * Reads a list.
     *
     * @throws AudioFixException {@code FIX_SETTINGS} if it cannot be read, or a line of it is none
     */
    static ListOfTitles read(Path file) {
        try {
            List<Line> lines = Files.readAllLines(file).stream()
                    .filter(text -> !text.isBlank())
                    .map(Line::read)
                    .toList();
            return new ListOfTitles("the list " + file.getFileName(), lines);
        } catch (IOException | IllegalArgumentException e) {
            throw new AudioFixException(Remedy.FIX_SETTINGS, "cannot read the list of titles " + file + ": " + e, e);
        }
    }

    /** By the id, else by name and year: a title that is not listed is an answer too, and no failure. */
    @Override
    public OriginalLanguage of(TitleHint title) {
        String id = title.ids().imdb();
        Predicate<Line> fits = id.isEmpty()
                ? line -> ComparableTitle.agrees(title, line.name, line.name, line.year)
                : line -> line.imdb.equals(id);
        return lines.stream()
                .filter(fits)
                .findFirst()
                .map(line -> new OriginalLanguage(line.language, source))
                .orElse(OriginalLanguage.UNKNOWN);
    }

    private record Line(String imdb, String name, int year, Language language) {

        static Line read(String text) {
            String[] parts = text.strip().split("\\s*\\|\\s*");
            if (parts.length != 4) {
                throw new IllegalArgumentException("'" + text + "' must be: IMDb id | name | year | language");
            }
            Language language = Language.read(parts[3])
                    .orElseThrow(() -> new IllegalArgumentException("'" + parts[3] + "' is no language"));
            return new Line(parts[0], parts[1], Integer.parseInt(parts[2]), language);
        }
    }
}
