package io.arrtheaudio.service;

import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.choice.OriginalLanguage.Confidence;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Obstacle;
import io.arrtheaudio.domain.title.KnownTitle;
import io.arrtheaudio.domain.title.TitleHint;
import io.arrtheaudio.domain.title.TitleIds;
import io.arrtheaudio.domain.title.TitlePath;
import io.arrtheaudio.port.in.AboutTitle;
import io.arrtheaudio.port.out.OriginalLanguages;
import io.arrtheaudio.port.out.TitleNotes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds out in which language a file's title was made. The first that knows it wins: whoever asks for the file to be fixed, the
 * user's settings, the Arr app, now or earlier, and at last the source, asked by the ids that came with the file, that are in its path or
 * in a note beside it, else by its name. What is not certain is asked of the next one too.
 *
 * <p>Thread-safe.
 */
public final class TitleLanguages {

    /** Knows what callers tell, and asks nobody. */
    public static final TitleLanguages AS_TOLD =
            new TitleLanguages(List.of(), Optional.empty(), file -> TitleHint.UNKNOWN, OriginalLanguages.NOBODY);

    private final List<KnownTitle> settled;
    private final Optional<ToldTitles> earlier;
    private final TitleNotes notes;
    private final OriginalLanguages source;

    /**
     * Everything from outside is handed in.
     *
     * @param settled titles whose language the user has settled; the first that fits a file counts
     * @param earlier what Arr apps told before
     * @param notes what lies beside files
     * @param source whom to ask; {@link OriginalLanguages#NOBODY} for the rest alone
     */
    public TitleLanguages(List<KnownTitle> settled, ToldTitles earlier, TitleNotes notes, OriginalLanguages source) {
        this(settled, Optional.of(earlier), notes, source);
    }

    /** The same, where nothing is kept of what Arr apps tell. */
    public TitleLanguages(List<KnownTitle> settled, TitleNotes notes, OriginalLanguages source) {
        this(settled, Optional.empty(), notes, source);
    }

    private TitleLanguages(
            List<KnownTitle> settled, Optional<ToldTitles> earlier, TitleNotes notes, OriginalLanguages source) {
        this.settled = List.copyOf(settled);
        this.earlier = earlier;
        this.notes = Objects.requireNonNull(notes, "notes");
        this.source = Objects.requireNonNull(source, "source");
    }

    /**
     * What was found out.
     *
     * @param language with who says so, or why nobody knows
     * @param warnings what went wrong with asking
     */
    record Answer(OriginalLanguage language, List<String> warnings) {

        static Answer of(OriginalLanguage language) {
            return new Answer(language, List.of());
        }
    }

    /** @throws AudioFixException if the thread is interrupted while it asks, or the program stops; for no other reason */
    Answer of(Path file, AboutTitle about) {
        if (about.named().isKnown()) {
            return Answer.of(about.named());
        }
        Clues clues = new Clues(file.toAbsolutePath().normalize(), about.hint());
        Optional<OriginalLanguage> set = clues.settled();
        if (set.isPresent()) {
            return Answer.of(set.get());
        }
        OriginalLanguage told = about.told().isKnown() ? about.told() : clues.toldEarlier();
        boolean isSure = told.isKnown() && told.confidence() == Confidence.HIGH;
        return isSure ? Answer.of(told) : asked(clues, told);
    }

    /** @param told what holds if the source does not know better */
    private Answer asked(Clues clues, OriginalLanguage told) {
        if (source == OriginalLanguages.NOBODY) {
            return Answer.of(told.isKnown() ? told : OriginalLanguage.NOBODY_ASKED);
        }
        Clue clue = clues.best();
        if (!clue.hint().isKnown()) {
            return Answer.of(
                    told.isKnown() ? told : OriginalLanguage.unknown("neither ids nor names tell which title it is"));
        }
        try {
            OriginalLanguage answer = source.of(clue.hint());
            return Answer.of(answer.isKnown() || !told.isKnown() ? clue.on(answer) : told);
        } catch (AudioFixException e) {
            if (Thread.currentThread().isInterrupted() || e.obstacle() == Obstacle.STOPPING) {
                throw e; // whoever wants to stop wants no choice that lacks an answer
            }
            String otherwise = told.isKnown() ? told.language().name() + ", " + told.source() + "," : "the list";
            return new Answer(
                    told.isKnown() ? told : OriginalLanguage.UNANSWERED,
                    List.of("the original language could not be looked up, so " + otherwise + " decides: "
                            + e.getMessage()));
        }
    }

    /** What is known of a title, and where it was read. */
    private record Clue(TitleHint hint, String where) {

        boolean hasIds() {
            return !hint.ids().isEmpty();
        }

        OriginalLanguage on(OriginalLanguage answer) {
            String how = "asked for " + shown() + " " + where;
            String who = answer.source().isEmpty() ? "not found, " : answer.source() + ", ";
            return new OriginalLanguage(answer.language(), who + how, answer.confidence());
        }

        private String shown() {
            return hasIds() ? ids() : "'" + hint.name() + "'" + (hint.year() == 0 ? "" : " (" + hint.year() + ")");
        }

        private String ids() {
            TitleIds ids = hint.ids();
            List<String> shown = new ArrayList<>();
            if (ids.tmdb() > 0) {
                shown.add("tmdb " + ids.tmdb());
            }
            if (ids.tvdb() > 0) {
                shown.add("tvdb " + ids.tvdb());
            }
            if (!ids.imdb().isEmpty()) {
                shown.add("imdb " + ids.imdb());
            }
            return String.join(", ", shown);
        }
    }

    /** What can be known of the title of one file; each place is looked at once, and only if it is needed. */
    private final class Clues {

        private final Path file;
        private final Clue told;
        private Optional<Clue> path = Optional.empty();
        private Optional<Clue> note = Optional.empty();

        Clues(Path file, TitleHint told) {
            this.file = file;
            this.told = new Clue(told, "as it came with the file");
        }

        /** The notes are read last, and only if some settled title goes by ids. */
        Optional<OriginalLanguage> settled() {
            if (settled.isEmpty()) {
                return Optional.empty();
            }
            TitleIds ids = told.hint().ids().or(path().hint().ids());
            Optional<KnownTitle> found = settled(ids);
            if (found.isEmpty()
                    && settled.stream().anyMatch(title -> !title.ids().isEmpty())) {
                found = settled(note().hint().ids());
            }
            return found.map(title -> new OriginalLanguage(title.language(), "set for this title in the settings"));
        }

        private Optional<KnownTitle> settled(TitleIds ids) {
            return settled.stream().filter(title -> title.is(file, ids)).findFirst();
        }

        OriginalLanguage toldEarlier() {
            return earlier.map(titles ->
                            titles.of(file, new ToldTitles.Clues(told.hint(), path().hint(), () -> note().hint())))
                    .orElse(OriginalLanguage.UNKNOWN);
        }

        /** Ids before names, and nearer ones before others. They are not mixed: they may be of different titles. */
        Clue best() {
            if (told.hasIds()) {
                return told;
            }
            if (path().hasIds()) {
                return path();
            }
            if (note().hasIds()) {
                return note();
            }
            return told.hint().isKnown() ? told : path().hint().isKnown() ? path() : note();
        }

        private Clue path() {
            if (path.isEmpty()) {
                path = Optional.of(new Clue(TitlePath.of(file), "as in its path"));
            }
            return path.get();
        }

        private Clue note() {
            if (note.isEmpty()) {
                note = Optional.of(new Clue(notes.beside(file), "as noted beside it"));
            }
            return note.get();
        }
    }
}
