package io.arrtheaudio.adapter.ffmpeg;

import io.arrtheaudio.domain.edit.Progress;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Hashes of all packets of each stream, as ffmpeg copies them. Reads the whole file. */
final class StreamHashes {

    private final Tools tools;
    private final Progress progress;

    StreamHashes(Tools tools, Progress progress) {
        this.tools = tools;
        this.progress = progress;
    }

    /** One line for each stream: {@code 0,v,MD5=...}. */
    List<String> of(Path file, Probe probe) {
        List<String> arguments = new ArrayList<>(Remux.input(file, probe));
        arguments.addAll(List.of("-copy_unknown", "-f", "streamhash", "-hash", "md5"));
        arguments.addAll(List.of("-stats_period", "5", "-progress", "pipe:1", "pipe:1"));
        String attempt = "hash the streams of " + file;
        ToolResult result = tools.run(Tool.FFMPEG, arguments, attempt, new Watch() {
            @Override
            public long pulse(long printed) {
                return printed;
            }

            @Override
            public boolean isCancelled() {
                return progress.isCancelled();
            }
        });
        List<String> hashes =
                result.output().lines().filter(line -> line.contains("MD5=")).toList();
        if (result.exit() != 0 || hashes.isEmpty()) {
            throw new AudioFixException(
                    Remedy.FIX_FILE, "cannot " + attempt + ": ffmpeg says '" + result.lastWords() + "'");
        }
        return hashes;
    }
}
