package io.arrtheaudio.bench;

import io.arrtheaudio.bench.page.Part;
import io.arrtheaudio.bench.page.Promise;
import io.arrtheaudio.bench.page.Work;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Whole processes of the command, from the wrapper script to the exit. */
final class StartRace implements Part {

    private static final int ROUNDS = 15;

    @Override
    public void run(Work work) throws Exception {
        new Commands(work).run();
    }

    /** The commands, on one film and one data folder. */
    private static final class Commands {

        private final Work work;
        private final Path data;
        private final String film;
        private final int rounds;
        private boolean isJapanese;

        Commands(Work work) throws Exception {
            this.work = work;
            this.data = work.folder().resolve("data");
            this.film = new Films(work.folder()).real("mkv", 1).toString();
            this.rounds = work.effort().rounds(ROUNDS);
        }

        void run() throws Exception {
            Callable<?> nothing = () -> film;
            work.report().table("command, " + rounds + " times", "ms min / median / max");
            Race help = row("--help`", nothing, () -> call("--help"));
            work.report().measured(Promise.HELP, help.median());
            row("version`", nothing, () -> call("version"));
            row("inspect FILE`", nothing, () -> call("inspect", film));
            row("process FILE` of a film that is wrong, with the first change ever", this::forget, this::change);
            row("process FILE` of a film that is wrong", nothing, this::change);
            row("process FILE` of a film that is right", nothing, () -> call("process", "--languages", wanted(), film));
            row("undo FILE`", this::change, () -> call("undo", film));
        }

        private Race row(String name, Callable<?> before, Callable<?> step) throws Exception {
            before.call();
            step.call();
            Race race = Race.of(rounds, before, step);
            work.report().row("`./arrtheaudio " + name, race);
            return race;
        }

        /** Forced: it may be one whose change was taken back. */
        private String change() throws Exception {
            isJapanese = !isJapanese;
            return call("process", "--force", "--languages", wanted(), film);
        }

        private String wanted() {
            return isJapanese ? "jpn" : "eng";
        }

        private String call(String... arguments) throws Exception {
            List<String> line = new ArrayList<>(List.of(work.command()));
            line.addAll(List.of(arguments));
            Tool.run(Map.of("ARRTHEAUDIO_HOME", data.toString()), line);
            return film;
        }

        private Path forget() throws IOException {
            Folders.remove(data);
            return data;
        }
    }
}
