package io.arrtheaudio.adapter.ffmpeg;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One run of a tool.
 *
 * @param program where it is
 * @param arguments each as it is; no shell reads them
 * @param attempt for messages: "read audio tracks of /media/film.mkv"
 * @param patience how long it may take without getting on
 * @param watch says whether it gets on
 */
record ToolCall(Path program, List<String> arguments, String attempt, Duration patience, Watch watch) {

    ToolCall {
        arguments = List.copyOf(arguments);
    }

    List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(program.toString());
        command.addAll(arguments);
        return command;
    }
}
