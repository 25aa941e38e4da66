package io.arrtheaudio.launcher.server.daemon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** Stands in the place of a tool: says that it was begun, and does nothing until it may; then it is the tool. */
record HeldTool(String tool, Path folder) {

    static HeldTool of(String tool, Path folder) {
        HeldTool held = new HeldTool(tool, folder);
        try {
            Files.write(
                    held.script(),
                    List.of(
                            "#!/bin/sh",
                            "[ \"$1\" = -version ] && exec " + tool + " -version",
                            ": > '" + held.begun() + "'",
                            "while [ ! -e '" + held.leave() + "' ]; do sleep 0.02; done",
                            "exec " + tool + " \"$@\""));
            Files.setPosixFilePermissions(held.script(), PosixFilePermissions.fromString("rwxr-xr-x"));
            return held;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path script() {
        return folder.resolve("held-" + tool);
    }

    private Path begun() {
        return folder.resolve("begun-" + tool);
    }

    private Path leave() {
        return folder.resolve("leave-" + tool);
    }

    /** The line of the settings that puts it in its place. */
    String setting() {
        return "tools: {" + tool + ": " + script() + "}";
    }

    void awaitBegun() {
        RunningDaemon.await(tool + " was begun", () -> Files.exists(begun()));
    }

    void letGo() {
        try {
            Files.write(leave(), new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
