package io.arrtheaudio.adapter.ffmpeg;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A file as ffprobe describes it.
 *
 * @param json its whole answer
 */
record Probe(JsonNode json) {

    List<MediaStream> streams() {
        List<MediaStream> streams = new ArrayList<>();
        json.path("streams").forEach(stream -> streams.add(new MediaStream(stream)));
        return streams;
    }

    List<MediaStream> audio() {
        return streams().stream().filter(MediaStream::isAudio).toList();
    }

    JsonNode format() {
        return json.path("format");
    }

    JsonNode chapters() {
        return json.path("chapters");
    }

    /** The {@code ftyp} box's brand, such as {@code isom}, {@code M4V } or {@code qt  }; empty in old QuickTime files. */
    String brand() {
        return MediaStream.tagsOf(format()).getOrDefault("major_brand", "");
    }
}
