package io.arrtheaudio.adapter.ffmpeg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Programs that behave badly, as shell scripts, and settings that name them. */
final class Stub {

    /** What answers when it is asked for its version, and goes on otherwise. */
    static final String VERSION = "case \"$1\" in -version) echo 'tool version 7.1'; exit;; "
            + "--version) echo 'tool v90.0.0'; exit;; esac\n";

    private Stub() {}

    static Path script(Path folder, String name, String lines) {
        try {
            Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + lines + "\n");
            return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The real tools, but another one in the place of one of them. */
    static Tools with(Tool tool, Path program, Duration patience) {
        return new Tools(new ToolSettings(
                tool == Tool.FFPROBE ? program.toString() : "ffprobe",
                tool == Tool.FFMPEG ? program.toString() : "ffmpeg",
                tool == Tool.MKVPROPEDIT ? program.toString() : "mkvpropedit",
                tool == Tool.MKVMERGE ? program.toString() : "mkvmerge",
                patience,
                false,
                false));
    }

    static Tools with(Tool tool, Path program) {
        return with(tool, program, Duration.ofMinutes(1));
    }

    static Tools without(Tool tool) {
        return with(tool, Path.of("/nowhere/" + tool));
    }

    /** Waits for a process that some other program was to end. */
    static boolean isGone(long pid) {
        return ProcessHandle.of(pid)
                .map(left -> {
                    left.onExit().completeOnTimeout(left, 5, TimeUnit.SECONDS).join();
                    return !left.isAlive();
                })
                .orElse(true);
    }
}
