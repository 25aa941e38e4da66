package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.choice.OriginalLanguage.Confidence;
import io.arrtheaudio.domain.title.KnownLanguage;
import io.arrtheaudio.domain.title.ToldTitle;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Languages that titles were made in, as people read them. */
final class OriginalText {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** What is no news in a list of files: it did not matter, nobody could be asked, or a warning tells of it. */
    private static final Set<OriginalLanguage> NO_NEWS = Set.of(
            OriginalLanguage.UNKNOWN,
            OriginalLanguage.NOT_NEEDED,
            OriginalLanguage.NOBODY_ASKED,
            OriginalLanguage.UNANSWERED);

    private OriginalText() {}

    /** Whether somebody told it, or was asked and could not. */
    static boolean isNews(OriginalLanguage original) {
        return !NO_NEWS.contains(original);
    }

    /** {@code Japanese (TMDB, film 128)}, {@code not known (...)}. */
    static String line(OriginalLanguage original) {
        return language(original) + " (" + Shown.text(original.source()) + ")";
    }

    /** A line for everything by which a title can be named, the newest first. */
    static List<String> table(List<KnownLanguage> answers, List<ToldTitle> told, ZoneId zone) {
        if (answers.isEmpty() && told.isEmpty()) {
            return List.of("no answers about titles are kept");
        }
        Columns columns = new Columns();
        columns.add("answered", "title", "original language", "source");
        List<KnownLanguage> all = Stream.concat(told.stream().flatMap(OriginalText::lines), answers.stream())
                .sorted(Comparator.comparing(KnownLanguage::at).reversed())
                .toList();
        for (KnownLanguage answer : all) {
            columns.add(
                    DAY.format(answer.at().atZone(zone)),
                    Shown.text(answer.title()),
                    language(answer.language()),
                    Shown.text(answer.language().source()));
        }
        return new ArrayList<>(columns.lines());
    }

    private static Stream<KnownLanguage> lines(ToldTitle told) {
        return told.keys().stream().map(key -> new KnownLanguage(key, told.language(), told.at()));
    }

    private static String language(OriginalLanguage original) {
        if (!original.isKnown()) {
            return "not known";
        }
        return original.language().name() + (original.confidence() == Confidence.LOW ? ", not certain" : "");
    }
}
