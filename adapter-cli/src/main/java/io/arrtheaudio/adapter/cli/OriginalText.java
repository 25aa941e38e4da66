package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.choice.OriginalLanguage.Confidence;
import io.arrtheaudio.domain.title.KnownLanguage;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Languages that titles were made in, as people read them. */
final class OriginalText {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private OriginalText() {}

    /** {@code Japanese (TMDB, film 128)}, {@code not known (...)}. */
    static String line(OriginalLanguage original) {
        String doubt = original.isKnown() && original.confidence() == Confidence.LOW ? ", not certain" : "";
        return language(original) + doubt + " (" + Shown.text(original.source()) + ")";
    }

    static List<String> table(List<KnownLanguage> answers, ZoneId zone) {
        if (answers.isEmpty()) {
            return List.of("no answers about titles are kept");
        }
        Columns columns = new Columns();
        columns.add("answered", "title", "original language", "source");
        for (KnownLanguage answer : answers) {
            columns.add(
                    DAY.format(answer.at().atZone(zone)),
                    Shown.text(answer.title()),
                    language(answer.language()),
                    Shown.text(answer.language().source()));
        }
        return new ArrayList<>(columns.lines());
    }

    private static String language(OriginalLanguage original) {
        return original.isKnown() ? original.language().name() : "not known";
    }
}
