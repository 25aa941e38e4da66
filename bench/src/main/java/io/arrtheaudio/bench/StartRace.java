package io.arrtheaudio.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Whole processes of the command, from the wrapper script to the exit. */
final class StartRace {

    private static final int ROUNDS = 21;

    private final Path folder;
    private final Path data;
    private final String command;
    private final PrintStream out;
    private boolean isJapanese;

    StartRace(Path folder, String command, PrintStream out) {
        this.folder = folder;
        this.data = folder.resolve("start-data");
        this.command = command;
        this.out = out;
    }

    void run() throws Exception {
        String film = new Samples(folder).real("mkv", 1).toString();
        Callable<?> nothing = () -> film;
        out.println("| command, " + ROUNDS + " times | ms min / median / max |");
        out.println("|---|---|");
        row("--help", nothing, () -> call("--help"));
        row("version", nothing, () -> call("version"));
        row("inspect FILE", nothing, () -> call("inspect", film));
        row("process FILE` of a film that is wrong, with the first change ever", this::forget, () -> change(film));
        row("process FILE` of a film that is wrong", nothing, () -> change(film));
        row("process FILE` of a film that is right", nothing, () -> call("process", "--languages", language(), film));
        row("undo FILE", () -> change(film), () -> call("undo", film));
    }

    /** @param name up to a backtick, or its end, it is what somebody types */
    private void row(String name, Callable<?> before, Callable<?> step) throws Exception {
        before.call();
        step.call();
        Race race = Race.of(ROUNDS, before, step);
        out.println("| `./arrtheaudio " + name + (name.contains("`") ? "" : "`") + " | " + race + " |");
    }

    /** Forced: it may be one whose change was taken back. */
    private String change(String film) throws Exception {
        isJapanese = !isJapanese;
        return call("process", "--force", "--languages", language(), film);
    }

    private String language() {
        return isJapanese ? "jpn" : "eng";
    }

    private String call(String... arguments) throws Exception {
        List<String> line = new ArrayList<>(List.of(command));
        line.addAll(List.of(arguments));
        Tool.run(Map.of("ARRTHEAUDIO_HOME", data.toString()), line);
        return command;
    }

    private Path forget() throws IOException {
        if (Files.exists(data)) {
            try (Stream<Path> all = Files.walk(data)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        return data;
    }
}
