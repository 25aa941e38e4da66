package io.arrtheaudio.adapter.ffmpeg;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Asks mkvmerge. */
final class Mkvmerge {

    private final Tools tools;

    Mkvmerge(Tools tools) {
        this.tools = tools;
    }

    /** The tracks of a Matroska file; none if mkvmerge cannot read it or is not there. */
    Listing list(Path file) {
        if (!tools.has(Tool.MKVMERGE)) {
            return Listing.NONE;
        }
        String attempt = "read audio tracks of " + file;
        ToolResult result = tools.run(Tool.MKVMERGE, List.of("-J", Tools.argument(file)), attempt);
        JsonNode answer = Ffprobe.json(result, "mkvmerge", attempt);
        List<ListedTrack> tracks = new ArrayList<>();
        answer.path("tracks").forEach(track -> tracks.add(new ListedTrack(track)));
        return answer.path("container").path("type").asText("").equals("Matroska") ? new Listing(tracks) : Listing.NONE;
    }
}
