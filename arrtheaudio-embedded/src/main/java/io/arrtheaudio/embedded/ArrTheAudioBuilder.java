package io.arrtheaudio.embedded;

import io.arrtheaudio.adapter.files.BuiltInEngine;
import io.arrtheaudio.adapter.files.DiskMediaFiles;
import io.arrtheaudio.adapter.files.DiskReplacements;
import io.arrtheaudio.adapter.files.PatchWriter;
import io.arrtheaudio.adapter.files.journal.FileEditJournal;
import io.arrtheaudio.adapter.files.journal.LockFiles;
import io.arrtheaudio.adapter.files.nfo.NfoTitleNotes;
import io.arrtheaudio.domain.choice.TrackPolicy;
import io.arrtheaudio.domain.edit.Progress;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.library.Glob;
import io.arrtheaudio.domain.library.PathPolicies;
import io.arrtheaudio.domain.library.PathRule;
import io.arrtheaudio.port.out.EditJournal;
import io.arrtheaudio.port.out.OriginalLanguages;
import io.arrtheaudio.port.out.OwnerLocks;
import io.arrtheaudio.port.out.Telemetry;
import io.arrtheaudio.service.Disk;
import io.arrtheaudio.service.Engine;
import io.arrtheaudio.service.FixRules;
import io.arrtheaudio.service.FixService;
import io.arrtheaudio.service.GuardedTelemetry;
import io.arrtheaudio.service.HardlinkRule;
import io.arrtheaudio.service.OwnChanges;
import io.arrtheaudio.service.RecoveryService;
import io.arrtheaudio.service.ScanService;
import io.arrtheaudio.service.TitleLanguages;
import io.arrtheaudio.service.UndoService;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Says how an {@link ArrTheAudio} is to be, before it is opened. What is not said is as in the command without a settings
 * file: English is the only wanted language, and a file with several names is left alone.
 *
 * <p>One thread at a time.
 */
public final class ArrTheAudioBuilder {

    private final Supplier<Journal> journal;
    private FixRules rules = FixRules.DEFAULT;
    private OriginalLanguages source = OriginalLanguages.NOBODY;
    private Telemetry telemetry = Telemetry.SILENT;
    private Progress progress = Progress.UNWATCHED;
    private String name = "embedded";
    private int workers = 2;
    private InstantSource clock = InstantSource.system();

    private ArrTheAudioBuilder(Supplier<Journal> journal) {
        this.journal = journal;
    }

    /** What remembers changes, and what is to be closed with it. */
    private record Journal(EditJournal entries, Runnable whenDone) {

        static Journal in(Path folder) {
            OwnerLocks owners = LockFiles.in(folder.resolve("locks"));
            try {
                return new Journal(FileEditJournal.in(folder.resolve("changes"), owners), owners::close);
            } catch (RuntimeException | Error e) {
                owners.close();
                throw e;
            }
        }
    }

    static ArrTheAudioBuilder withJournalIn(Path folder) {
        Objects.requireNonNull(folder, "folder");
        return new ArrTheAudioBuilder(() -> Journal.in(folder));
    }

    static ArrTheAudioBuilder with(EditJournal journal) {
        Objects.requireNonNull(journal, "journal");
        return new ArrTheAudioBuilder(() -> new Journal(journal, () -> {}));
    }

    /**
     * Which languages to look for when nobody knows the original one, or no track is in it.
     *
     * @param wanted the most wanted first, as a person would write them: {@code jpn}, {@code ja}, {@code pt-BR},
     *     {@code Japanese}
     * @throws IllegalArgumentException if one of them is no language
     */
    public ArrTheAudioBuilder languages(String... wanted) {
        return rules(rules.withLanguages(read(wanted)));
    }

    /**
     * The same for some paths alone. The first of these that fits a file holds; all else that was said for every file when
     * this is called holds for it too.
     *
     * @param paths a glob over absolute paths, {@code /media/anime/**}
     * @throws IllegalArgumentException if this is no glob, or one of the languages is none
     */
    public ArrTheAudioBuilder languagesIn(String paths, String... wanted) {
        PathPolicies policies = rules.policies();
        TrackPolicy policy = policies.global().withLanguages(read(wanted)).withRule(paths);
        List<PathRule> more = new ArrayList<>(policies.rules());
        more.add(new PathRule(Glob.ofRule(paths), policy));
        return rules(rules.with(new PathPolicies(policies.global(), more)));
    }

    /** What to do with files that have several names, which may be seeding torrents. */
    public ArrTheAudioBuilder hardlinks(HardlinkRule rule) {
        return rules(rules.with(rule));
    }

    /** All rules at once, in place of those that were said before. */
    public ArrTheAudioBuilder rules(FixRules others) {
        this.rules = Objects.requireNonNull(others, "rules");
        return this;
    }

    /**
     * Whom to ask for the original language of titles. It is asked where the answer can matter, by ids and names that are
     * read from the paths of files and from notes beside them. Answers are not kept:
     * {@link io.arrtheaudio.service.CachedLanguages} around it does that.
     */
    public ArrTheAudioBuilder originalLanguages(OriginalLanguages whom) {
        this.source = Objects.requireNonNull(whom, "whom");
        return this;
    }

    /** Who is told what happens; nobody is otherwise. What it throws against the rules is logged once, and does no harm. */
    public ArrTheAudioBuilder telemetry(Telemetry told) {
        this.telemetry = new GuardedTelemetry(told);
        return this;
    }

    /**
     * Watches the copies of large files that calls without options make, and may end them; a call with options or a request
     * brings a watcher of its own. Called by several threads at once.
     */
    public ArrTheAudioBuilder progress(Progress watcher) {
        this.progress = Objects.requireNonNull(watcher, "watcher");
        return this;
    }

    /** What the journal gives as the cause of changes by calls without options; options name theirs. */
    public ArrTheAudioBuilder name(String program) {
        this.name = Objects.requireNonNull(program, "program");
        return this;
    }

    /**
     * How many files a scan works on at a time, if it does not say.
     *
     * @throws IllegalArgumentException if fewer than one
     */
    public ArrTheAudioBuilder workers(int atATime) {
        if (atATime < 1) {
            throw new IllegalArgumentException("workers was " + atATime + " but must be at least 1");
        }
        this.workers = atATime;
        return this;
    }

    /** Tells the time; that of the system otherwise. */
    public ArrTheAudioBuilder clock(InstantSource source) {
        this.clock = Objects.requireNonNull(source, "source");
        return this;
    }

    /**
     * Opens the journal, and settles what an earlier run was killed at; {@link ArrTheAudio#recovered} tells.
     *
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code FIX_SETTINGS} if the journal's folder cannot be used;
     *     {@code RETRY_LATER} if the journal cannot be read
     */
    public ArrTheAudio open() {
        Journal opened = journal.get();
        try {
            return assemble(opened);
        } catch (RuntimeException | Error e) {
            opened.whenDone().run();
            throw e;
        }
    }

    private ArrTheAudio assemble(Journal opened) {
        EditJournal entries = opened.entries();
        BuiltInEngine builtIn = new BuiltInEngine();
        Engine engine = Engine.patching(builtIn, builtIn);
        Disk disk = new Disk(new DiskMediaFiles(), new PatchWriter(), new DiskReplacements());
        OwnChanges own = new OwnChanges();
        TitleLanguages titles = new TitleLanguages(List.of(), new NfoTitleNotes(), source);
        FixService fix = new FixService(disk, engine, entries, titles, rules, clock, own, telemetry);
        RecoveryService recovery = new RecoveryService(disk, builtIn, entries, rules.mtime(), own);
        return new ArrTheAudio(
                fix,
                new ScanService(disk.files(), fix, clock),
                new UndoService(disk, engine, entries, rules, clock, own, telemetry),
                recovery.recover(),
                new ArrTheAudio.Habits(name, workers, progress),
                opened.whenDone());
    }

    private static List<Language> read(String... wanted) {
        return Arrays.stream(wanted).map(Language::of).toList();
    }
}
