package outside;

import io.arrtheaudio.adapter.files.BuiltInEngine;
import io.arrtheaudio.adapter.files.DiskMediaFiles;
import io.arrtheaudio.adapter.files.DiskReplacements;
import io.arrtheaudio.adapter.files.PatchWriter;
import io.arrtheaudio.adapter.files.journal.FileEditJournal;
import io.arrtheaudio.adapter.files.journal.LockFiles;
import io.arrtheaudio.domain.choice.TrackPolicy;
import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.library.PathPolicies;
import io.arrtheaudio.port.in.FixOptions;
import io.arrtheaudio.port.out.OwnerLocks;
import io.arrtheaudio.service.Disk;
import io.arrtheaudio.service.Engine;
import io.arrtheaudio.service.FixRules;
import io.arrtheaudio.service.FixService;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** What the door of arrtheaudio-embedded does, by constructors. */
class Fixes {

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        Path film = Path.of(arguments[1]);
        TrackPolicy japanese = TrackPolicy.DEFAULT.withLanguages(List.of(new Language("jpn", "", "")));
        FixRules rules = FixRules.DEFAULT.with(new PathPolicies(japanese, List.of()));
        try (OwnerLocks owners = LockFiles.in(folder.resolve("locks"))) {
            BuiltInEngine builtIn = new BuiltInEngine();
            FixService fix = new FixService(
                    new Disk(new DiskMediaFiles(), new PatchWriter(), new DiskReplacements()),
                    Engine.patching(builtIn, builtIn),
                    FileEditJournal.in(folder.resolve("changes"), owners),
                    rules,
                    InstantSource.system());
            Outcome outcome = fix.fix(film, FixOptions.within(film).because("a program outside"));
            System.out.println(outcome.word());
        }
    }
}
