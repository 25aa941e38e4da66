package io.arrtheaudio.service;

import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.choice.OriginalLanguage.Confidence;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.title.KnownLanguage;
import io.arrtheaudio.domain.title.TitleHint;
import io.arrtheaudio.port.out.Happening;
import io.arrtheaudio.port.out.LanguageCache;
import io.arrtheaudio.port.out.OriginalLanguages;
import io.arrtheaudio.port.out.Telemetry;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a source about each title seldom: answers are remembered, and of those who ask about one title at once, one asks the
 * source. While it does not answer, even an answer that is too old is better than none.
 *
 * <p>Thread-safe.
 */
public final class CachedLanguages implements OriginalLanguages {

    private static final Logger LOG = LoggerFactory.getLogger(CachedLanguages.class);

    private final LanguageCache cache;
    private final OriginalLanguages source;
    private final CacheRules rules;
    private final InstantSource clock;
    private final Map<String, CompletableFuture<OriginalLanguage>> underWay = new ConcurrentHashMap<>();
    private final Telemetry telemetry;

    /** Everything from outside is handed in. */
    public CachedLanguages(
            LanguageCache cache, OriginalLanguages source, CacheRules rules, InstantSource clock, Telemetry telemetry) {
        this.cache = cache;
        this.source = source;
        this.rules = rules;
        this.clock = clock;
        this.telemetry = telemetry;
    }

    @Override
    public OriginalLanguage of(TitleHint title) {
        String key = title.key();
        if (key.isEmpty()) {
            return OriginalLanguage.UNKNOWN;
        }
        Optional<KnownLanguage> known = remembered(key);
        boolean isKnown = known.filter(this::holds).isPresent();
        telemetry.happened(new Happening.MemoryAsked(isKnown));
        if (isKnown) {
            return known.get().language();
        }
        return askOnce(key, title, known);
    }

    private Optional<KnownLanguage> remembered(String key) {
        try {
            return cache.find(key);
        } catch (AudioFixException e) {
            LOG.warn("answers about titles are not remembered", e);
            return Optional.empty();
        }
    }

    private boolean holds(KnownLanguage known) {
        return rules.holds(known, clock.instant());
    }

    private OriginalLanguage askOnce(String key, TitleHint title, Optional<KnownLanguage> old) {
        CompletableFuture<OriginalLanguage> mine = new CompletableFuture<>();
        CompletableFuture<OriginalLanguage> first = underWay.putIfAbsent(key, mine);
        if (first != null) {
            return joined(first);
        }
        try {
            mine.complete(ask(key, title, old));
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
        } finally {
            underWay.remove(key);
        }
        return joined(mine);
    }

    private static OriginalLanguage joined(CompletableFuture<OriginalLanguage> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException problem) {
                throw problem;
            }
            throw e;
        }
    }

    private OriginalLanguage ask(String key, TitleHint title, Optional<KnownLanguage> old) {
        // Somebody may have got the answer between our look into the cache and our turn.
        Optional<KnownLanguage> meanwhile = remembered(key).filter(this::holds);
        if (meanwhile.isPresent()) {
            return meanwhile.get().language();
        }
        try {
            OriginalLanguage answer = source.of(title);
            remember(new KnownLanguage(key, answer, clock.instant()));
            return answer;
        } catch (AudioFixException e) {
            return old.filter(known -> known.language().isKnown())
                    .map(CachedLanguages::stale)
                    .orElseThrow(() -> e);
        }
    }

    private void remember(KnownLanguage answer) {
        try {
            cache.put(answer);
        } catch (AudioFixException e) {
            LOG.warn("the answer about {} is not remembered", answer.title(), e);
        }
    }

    private static OriginalLanguage stale(KnownLanguage known) {
        LocalDate day = LocalDate.ofInstant(known.at(), ZoneOffset.UTC);
        OriginalLanguage language = known.language();
        return new OriginalLanguage(language.language(), language.source() + ", as answered on " + day, Confidence.LOW);
    }
}
