package io.arrtheaudio.adapter.micrometer;

import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.domain.job.ResultKind;
import io.arrtheaudio.port.out.Happening;
import io.arrtheaudio.port.out.Happening.Answer;
import io.arrtheaudio.port.out.Happening.Circuit;
import io.arrtheaudio.port.out.Happening.Component;
import io.arrtheaudio.port.out.Happening.FileKind;
import io.arrtheaudio.port.out.Happening.Restraint;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Counts what happens.
 *
 * <p>Thread-safe.
 */
final class HappeningMeters implements Happening.Cases {

    private static final List<String> UNDO_WORDS = List.of("undone", "would_undo", "refused", "failed");

    private final Labelled<FileKind, Labelled<String, Counter>> files;
    private final Labelled<FileKind, Timer> fileTimes;
    private final Labelled<JobState, Counter> jobs;
    private final Labelled<Component, Counter> retries;
    private final Labelled<Component, Labelled<Remedy, Counter>> errors;
    private final Counter copies;
    private final Counter copiedBytes;
    private final Labelled<String, Counter> undos;
    private final Counter hits;
    private final Counter misses;
    private final Labelled<Answer, Counter> requests;
    private final Labelled<Restraint, Counter> spared;
    private volatile Circuit circuit = Circuit.CLOSED;

    HappeningMeters(MeterRegistry registry) {
        files = Labelled.of(
                Stream.of(FileKind.values()),
                kind -> Labelled.of(
                        Stream.of(ResultKind.values())
                                .filter(result -> result != ResultKind.NONE)
                                .map(ResultKind::word),
                        word -> counter("arrtheaudio.files.processed", "Files that were dealt with, by what came of it")
                                .tag("status", word)
                                .tag("container_type", kind.word())
                                .register(registry)));
        fileTimes = Labelled.of(
                Stream.of(FileKind.values()),
                kind -> Timer.builder("arrtheaudio.file.processing.duration")
                        .description("How long a file took, whatever came of it")
                        .tag("container_type", kind.word())
                        .serviceLevelObjectives(Buckets.ofFiles())
                        .register(registry));
        jobs = Labelled.of(
                Stream.of(JobState.values()).filter(JobState::isEnd),
                state -> counter("arrtheaudio.jobs", "Jobs that have ended, by how")
                        .tag("status", state.word())
                        .register(registry));
        retries = Labelled.of(
                Stream.of(Component.values()),
                component -> counter("arrtheaudio.retries", "What failed and is tried again, by part of the program")
                        .tag("component", component.word())
                        .register(registry));
        errors = Labelled.of(
                Stream.of(Component.values()),
                component -> Labelled.of(
                        Stream.of(Remedy.values()),
                        remedy -> counter(
                                        "arrtheaudio.errors", "What failed, by who can mend it and part of the program")
                                .tag("type", word(remedy))
                                .tag("component", component.word())
                                .register(registry)));
        copies = counter(
                        "arrtheaudio.hardlink.copies",
                        "Files that got a copy in their place to leave other names alone")
                .register(registry);
        copiedBytes = counter("arrtheaudio.hardlink.copied", "Bytes that were copied to leave other names alone")
                .baseUnit("bytes")
                .register(registry);
        undos = Labelled.of(
                UNDO_WORDS.stream(),
                word -> counter("arrtheaudio.undos", "Changes that were to be taken back, by what came of it")
                        .tag("status", word)
                        .register(registry));
        hits = counter("arrtheaudio.tmdb.cache.hits", "Questions about titles that were answered from memory")
                .register(registry);
        misses = counter("arrtheaudio.tmdb.cache.misses", "Questions about titles that were not answered from memory")
                .register(registry);
        requests = Labelled.of(
                Stream.of(Answer.values()),
                answer -> counter("arrtheaudio.tmdb.api.requests", "Requests to TMDB, by what came of it")
                        .tag("status", answer.word())
                        .register(registry));
        spared = Labelled.of(
                Stream.of(Restraint.values()),
                why -> counter(
                                "arrtheaudio.tmdb.spared.requests",
                                "Requests to TMDB that were not made, by what kept from it")
                        .tag("reason", why.word())
                        .register(registry));
        for (Circuit state : Circuit.values()) {
            Gauge.builder("arrtheaudio.tmdb.circuit.state", this, me -> me.circuit == state ? 1 : 0)
                    .description("Whether TMDB is asked: 1 for the state that holds, 0 for the others")
                    .tag("state", state.word())
                    .strongReference(true)
                    .register(registry);
        }
    }

    private static Counter.Builder counter(String name, String help) {
        return Counter.builder(name).description(help);
    }

    private static String word(Remedy remedy) {
        return remedy.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void fileProcessed(Happening.FileProcessed happening) {
        files.get(happening.kind()).get(happening.outcome().word()).increment();
        fileTimes.get(happening.kind()).record(happening.took());
    }

    @Override
    public void jobsEnded(Happening.JobsEnded happening) {
        jobs.get(happening.how()).increment((double) happening.count());
    }

    @Override
    public void triedAgain(Happening.TriedAgain happening) {
        retries.get(happening.component()).increment();
    }

    @Override
    public void troubled(Happening.Troubled happening) {
        errors.get(happening.component()).get(happening.remedy()).increment();
    }

    @Override
    public void linkBroken(Happening.LinkBroken happening) {
        copies.increment();
        copiedBytes.increment((double) happening.copiedBytes());
    }

    @Override
    public void undoTried(Happening.UndoTried happening) {
        undos.get(happening.outcome().word()).increment();
    }

    @Override
    public void memoryAsked(Happening.MemoryAsked happening) {
        (happening.isKnown() ? hits : misses).increment();
    }

    @Override
    public void sourceAsked(Happening.SourceAsked happening) {
        requests.get(happening.answer()).increment();
    }

    @Override
    public void sourceSpared(Happening.SourceSpared happening) {
        spared.get(happening.why()).increment();
    }

    @Override
    public void circuitMoved(Happening.CircuitMoved happening) {
        circuit = happening.to();
    }
}
