package io.arrtheaudio.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A library, a data folder that is not there yet, and the program that works with them, in its own process or in this one.
 *
 * @param root holds what is neither: stand-ins for tools, settings, output
 */
record House(Path root, Path library, Path data) {

    static House in(Path root) {
        return in(root, root);
    }

    /** The library lies elsewhere, perhaps on a disk of its own. */
    static House in(Path root, Path disk) {
        try {
            return new House(root, Files.createDirectories(disk.resolve("library")), root.resolve("data"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The packaged program; stand-ins for tools come before the real ones. */
    Jar jar() {
        return Jar.in(root)
                .environment("ARRTHEAUDIO_HOME", data.toString())
                .environment("PATH", root.resolve("tools") + ":" + System.getenv("PATH"));
    }

    /** The program in this process. */
    Command run(String... arguments) {
        return Command.in(data, arguments);
    }

    /** The same with settings. */
    Command runWith(String settings, String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "-c";
        all[1] = settings(settings);
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return run(all);
    }

    /** A file with these lines. */
    String settings(String lines) {
        try {
            return Files.writeString(root.resolve("settings.yaml"), lines).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A copy of one of the demo's films in the library. */
    Path film(String name) {
        String kind = name.endsWith(".mp4") ? "moov-at-end.mp4" : "ffmpeg.mkv";
        return Films.aged(Jar.sample(kind, library.resolve(name)));
    }

    /** A stand-in for a program: these lines of shell, where {@code $real} is the program itself. */
    void standIn(String program, String lines) {
        try {
            Path tools = Files.createDirectories(root.resolve("tools"));
            String real =
                    Films.run(List.of("sh", "-c", "command -v " + program)).strip();
            Path script = Files.writeString(tools.resolve(program), "#!/bin/sh\nreal=" + real + "\n" + lines + "\n");
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A stand-in for cp or ffmpeg, once there is something to write: it writes part of the file that is named last and goes on
     * for ever.
     *
     * @param pid the file in which it tells who it is
     */
    void endlessStandIn(String program, Path pid) {
        standIn(
                program,
                "case \"$*\" in *reflink=always*|*-version*) exec $real \"$@\";; esac\n"
                        + "for to; do :; done\nto=${to#file:}\nhead -c 1000 /dev/zero >\"$to\"\n"
                        + "echo $$ >'" + pid + "'\nexec sleep 1000\n");
    }

    /** From now on the real tools run. */
    void withoutStandIns() {
        names(root.resolve("tools"))
                .forEach(tool -> root.resolve("tools").resolve(tool).toFile().delete());
    }

    /** Neither in the library nor in the data folder lies anything that is not finished. */
    void expectNothingLeft() {
        assertThat(Stream.concat(names(library).stream(), names(data).stream()))
                .noneMatch(name -> name.matches(".*(\\.part|\\.tmp|-journal|-wal|-shm)") && !isUnpacking(name));
    }

    /** What a run has left that was killed in its first moments is removed by a later one that unpacks it. */
    private static boolean isUnpacking(String name) {
        return name.startsWith("native/");
    }

    /** No change is under way in the journal: nothing is to be settled before the next one. */
    void expectNothingOpen() {
        assertThat(json(run("undo", "--last", "--json").out()))
                .noneMatch(line -> line.path("type").asText().equals("recovered"));
    }

    /** Names below a folder, as paths within it; none if it is not there. */
    static List<String> names(Path folder) {
        return List.copyOf(contents(folder).keySet());
    }

    /** Every file below a folder and all about it; folders too, but what they contain only by its own. */
    static Map<String, String> contents(Path folder) {
        Map<String, String> found = new TreeMap<>();
        if (!Files.exists(folder)) {
            return found;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            all.forEach(path -> found.put(
                    folder.relativize(path).toString(),
                    Files.isDirectory(path) ? "a folder" : FileState.of(path).toString()));
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every line as an object. */
    static List<JsonNode> json(String lines) {
        ObjectMapper mapper = new ObjectMapper();
        return lines.lines()
                .map(line -> {
                    try {
                        return mapper.readTree(line);
                    } catch (IOException e) {
                        throw new UncheckedIOException(line, e);
                    }
                })
                .toList();
    }
}
