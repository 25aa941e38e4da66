package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.domain.arr.ArrEvent;
import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.figures.Figures;
import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.domain.journal.Recovered;
import io.arrtheaudio.domain.library.PathMappings;
import io.arrtheaudio.domain.title.KnownLanguage;
import io.arrtheaudio.domain.title.ToldTitle;
import io.arrtheaudio.port.in.FixDefaultAudio;
import io.arrtheaudio.port.in.FixLibrary;
import io.arrtheaudio.port.in.FixOptions;
import io.arrtheaudio.port.in.Inspection;
import io.arrtheaudio.port.in.LanguageMemory;
import io.arrtheaudio.port.in.RecoverEdits;
import io.arrtheaudio.port.in.ScanObserver;
import io.arrtheaudio.port.in.ScanRequest;
import io.arrtheaudio.port.in.ScanSummary;
import io.arrtheaudio.port.in.UndoEdits;
import io.arrtheaudio.port.in.UndoObserver;
import io.arrtheaudio.port.in.UndoRequest;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** A program that answers what a test told it to, and notes what it was asked. Strict: what was not told fails. */
final class FakeWiring implements Wiring, FixDefaultAudio, FixLibrary, UndoEdits, RecoverEdits, LanguageMemory {

    final List<Overrides> opened = new ArrayList<>();
    final List<Path> asked = new ArrayList<>();
    final List<FixOptions> options = new ArrayList<>();
    final List<ScanRequest> scans = new ArrayList<>();
    final List<UndoRequest> undos = new ArrayList<>();
    final List<String> calls = new ArrayList<>();
    final Map<String, Supplier<InputStream>> samples = new LinkedHashMap<>();
    List<String> notices = List.of();
    String source = "";
    PathMappings mappings = PathMappings.NONE;
    DaemonAddress daemon = new DaemonAddress(URI.create("http://127.0.0.1:1"), "");
    Optional<Path> keyFile = Optional.empty();
    boolean dryRun;
    int closed;
    List<Recovered> recovered = List.of();
    String unsettled = "";
    List<Finding> findings = List.of();
    List<KnownLanguage> answers = List.of();
    Figures figures = Figures.NONE;
    final FakeAdmin.Audit audit = new FakeAdmin.Audit();
    final FakeAdmin.Keeping keeping = new FakeAdmin.Keeping();
    final FakeAdmin.Tables tables = new FakeAdmin.Tables();
    final FakeAdmin.Key key = new FakeAdmin.Key();
    final FakeAdmin.Bundle bundle = new FakeAdmin.Bundle();
    final FakeBackups backups = new FakeBackups();
    List<ToldTitle> told = List.of();
    final List<ArrEvent> heard = new ArrayList<>();
    Function<Overrides, RuntimeException> refusal;
    Function<Path, Inspection> inspections = file -> notTold("inspect " + file);
    Function<Path, Outcome> fixes = file -> notTold("fix " + file);
    BiFunction<UndoRequest, UndoObserver, Map<String, Long>> undo = (request, observer) -> notTold("undo");
    BiFunction<ScanRequest, ScanObserver, ScanSummary> scan = (request, observer) -> notTold("scan");

    @Override
    public String version() {
        return "1.2.3";
    }

    @Override
    public Map<String, Supplier<InputStream>> samples() {
        return samples;
    }

    @Override
    public Desk open(Overrides overrides) {
        opened.add(overrides);
        if (refusal != null) {
            throw refusal.apply(overrides);
        }
        return new Desk(
                this,
                this,
                this,
                this,
                () -> findings,
                this,
                mappings,
                source,
                notices,
                dryRun,
                Duration.ofSeconds(60),
                3,
                () -> calls.add("end lookups"),
                () -> closed++);
    }

    @Override
    public Admin administer(Overrides overrides) {
        opened.add(overrides);
        if (refusal != null) {
            throw refusal.apply(overrides);
        }
        return new Admin(
                backups, bundle, () -> figures, () -> audit, () -> keeping, tables, key, notices, () -> closed++);
    }

    @Override
    public Meaning meaning(Path file) {
        return notTold("read " + file);
    }

    @Override
    public Server serve(Overrides overrides, Optional<String> host, Optional<Integer> port) {
        opened.add(overrides);
        if (refusal != null) {
            throw refusal.apply(overrides);
        }
        calls.add("serve " + host.orElse("-") + " " + port.map(String::valueOf).orElse("-"));
        Thread.currentThread().interrupt(); // as if a signal came at once
        return new Server(
                URI.create("http://127.0.0.1:9393"),
                keyFile,
                "the-key",
                source,
                notices,
                Duration.ofSeconds(1),
                () -> closed++);
    }

    @Override
    public DaemonAddress daemon(Overrides overrides) {
        return daemon;
    }

    @Override
    public List<Recovered> recover() {
        calls.add("recover");
        return recovered;
    }

    @Override
    public boolean forget(String entry) {
        calls.add("forget " + entry);
        return unsettled.equals(entry);
    }

    @Override
    public List<KnownLanguage> all() {
        return answers;
    }

    @Override
    public List<ToldTitle> told() {
        return told;
    }

    @Override
    public void hear(ArrEvent event) {
        heard.add(event);
    }

    /** All that are named, or all. */
    @Override
    public int forget(List<String> titles) {
        calls.add("forget answers " + titles);
        return (int) answers.stream()
                .filter(answer -> titles.isEmpty() || titles.contains(answer.title()))
                .count();
    }

    @Override
    public Inspection inspect(Path file, FixOptions how) {
        asked.add(file);
        options.add(how);
        return inspections.apply(file);
    }

    @Override
    public Outcome fix(Path file, FixOptions how) {
        calls.add("fix");
        asked.add(file);
        options.add(how);
        return fixes.apply(file);
    }

    @Override
    public ScanSummary scan(ScanRequest request, ScanObserver observer) {
        calls.add("scan");
        scans.add(request);
        return scan.apply(request, observer);
    }

    @Override
    public Map<String, Long> undo(UndoRequest request, UndoObserver observer) {
        calls.add("undo");
        undos.add(request);
        return undo.apply(request, observer);
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // whatever the caller needs
    private static <T> T notTold(String what) {
        throw new AssertionError("nobody told the fake how to " + what);
    }
}
