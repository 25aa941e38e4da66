package io.arrtheaudio.kit;

import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.title.TitleHint;
import io.arrtheaudio.port.out.OriginalLanguages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Knows the languages that a test tells it, and notes what it was asked. Strict: being asked about nothing is an
 * {@link AssertionError}.
 *
 * <p>Thread-safe.
 */
public final class ToldLanguages implements OriginalLanguages {

    private final Map<String, OriginalLanguage> languages = new HashMap<>();
    private final List<TitleHint> asked = new ArrayList<>();
    private Runnable atEachQuestion = () -> {};

    /** From now on a title, by its key, has this language. */
    public synchronized ToldLanguages know(String key, OriginalLanguage language) {
        languages.put(key, language);
        return this;
    }

    /** From now on nobody answers. */
    public ToldLanguages gone() {
        return at(() -> {
            throw new AudioFixException(Remedy.RETRY_LATER, "cannot ask: nobody answers");
        });
    }

    /** What happens at each question before it is answered. */
    public synchronized ToldLanguages at(Runnable event) {
        atEachQuestion = event;
        return this;
    }

    /** What was asked, in order. */
    public synchronized List<TitleHint> asked() {
        return List.copyOf(asked);
    }

    @Override
    public OriginalLanguage of(TitleHint title) {
        Runnable event;
        synchronized (this) {
            if (!title.isKnown()) {
                throw new AssertionError("asked about nothing");
            }
            asked.add(title);
            event = atEachQuestion;
        }
        event.run();
        synchronized (this) {
            return languages.getOrDefault(title.key(), OriginalLanguage.UNKNOWN);
        }
    }
}
