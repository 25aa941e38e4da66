package io.arrtheaudio.adapter.ffmpeg;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A stream as ffprobe describes it.
 *
 * @param json an element of {@code streams}
 */
record MediaStream(JsonNode json) {

    int index() {
        return json.path("index").asInt(-1);
    }

    /** The number that the container gives the track, -1 if it is not told. */
    int id() {
        try {
            return Integer.decode(text("id"));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    boolean isAudio() {
        return type().equals("audio");
    }

    String type() {
        return text("codec_type");
    }

    /** Any entry as text, empty if it is not there. */
    String text(String entry) {
        return json.path(entry).asText("");
    }

    int channels() {
        return Math.max(0, Math.min(json.path("channels").asInt(0), 255));
    }

    /** A tag whatever the case of its name, for a Matroska SimpleTag comes as it was written; empty if there is none. */
    String tag(String name) {
        return tags().getOrDefault(name, "");
    }

    /** All tags, by names in any letter case. */
    Map<String, String> tags() {
        return tagsOf(json);
    }

    static Map<String, String> tagsOf(JsonNode json) {
        Map<String, String> tags = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        json.path("tags")
                .properties()
                .forEach(tag -> tags.putIfAbsent(tag.getKey(), tag.getValue().asText("")));
        return tags;
    }

    boolean is(String disposition) {
        return json.path("disposition").path(disposition).asInt(0) != 0;
    }

    /** Every disposition that is set, in alphabetical order. */
    Set<String> dispositions() {
        Set<String> set = new TreeSet<>();
        json.path("disposition").fieldNames().forEachRemaining(name -> {
            if (is(name)) {
                set.add(name);
            }
        });
        return set;
    }

    /** For people: {@code audio stream 2 (aac)}. */
    @Override
    public String toString() {
        return type() + " stream " + index() + " (" + json.path("codec_name").asText("unknown") + ")";
    }
}
