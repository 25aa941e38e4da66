package io.arrtheaudio.launcher.server.engines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A film as ffprobe, mkvmerge and ffmpeg tell it; nothing of ours is asked.
 *
 * @param sha256 of the whole file
 * @param byFfprobe positions of the audio tracks that ffprobe calls default
 * @param byMkvmerge those that mkvmerge calls default, in MP4 files those it calls enabled, which is the same bit
 * @param ffprobe everything else it says, but the file's length and rate
 * @param mkvmerge the same
 * @param streams a hash of each stream's packets
 */
record Witness(
        String sha256,
        List<Integer> byFfprobe,
        List<Integer> byMkvmerge,
        ObjectNode ffprobe,
        ObjectNode mkvmerge,
        String streams) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String[] OF_STREAMS = {
        "codec_type",
        "codec_name",
        "codec_tag_string",
        "profile",
        "channels",
        "sample_rate",
        "width",
        "height",
        "nb_frames",
        "disposition",
        "tags"
    };
    private static final List<String> OF_THE_WRITER =
            List.of("encoder", "vendor_id", "minor_version", "compatible_brands");

    static Witness of(Path film) {
        ObjectNode ffprobe = json(List.of(
                "ffprobe", "-v", "error", "-of", "json", "-show_streams", "-show_format", "-show_chapters", "" + film));
        ((ObjectNode) ffprobe.path("format")).remove(List.of("filename", "size", "bit_rate"));
        ObjectNode mkvmerge = json(List.of("mkvmerge", "-J", "" + film));
        mkvmerge.remove("file_name");
        boolean isMatroska = mkvmerge.path("container").path("type").asText().equals("Matroska");
        if (!isMatroska) {
            mkvmerge.path("attachments").forEach(Witness::removeInventedUid);
        }
        return new Witness(
                sha256(film),
                taken(ffprobe.path("streams"), "codec_type", "disposition", "default"),
                taken(mkvmerge.path("tracks"), "type", "properties", isMatroska ? "default_track" : "enabled_track"),
                ffprobe,
                mkvmerge,
                streams(film));
    }

    /** For the cover of an MP4 file mkvmerge throws dice. */
    private static void removeInventedUid(JsonNode attachment) {
        ((ObjectNode) attachment.path("properties")).remove("uid");
    }

    /** Takes a flag away from every audio track, and tells which have it. */
    private static List<Integer> taken(JsonNode tracks, String type, String group, String flag) {
        List<Integer> set = new ArrayList<>();
        int position = 0;
        for (JsonNode track : tracks) {
            if (track.path(type).asText().equals("audio")) {
                position++;
                JsonNode value = ((ObjectNode) track.path(group)).remove(flag);
                if (value != null && (value.asBoolean() || value.asInt() == 1)) {
                    set.add(position);
                }
            }
        }
        return set;
    }

    private static String streams(Path film) {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-i", film.toString()));
        command.addAll(List.of("-map", "0:v?", "-map", "0:a", "-map", "0:s?", "-c", "copy", "-f", "streamhash", "-"));
        return Command.run(command);
    }

    /** What a file that was written anew must have kept. */
    ObjectNode kept() {
        ObjectNode kept = JSON.createObjectNode();
        ArrayNode streams = kept.putArray("streams");
        for (JsonNode stream : ffprobe.path("streams")) {
            if (!stream.path("codec_type").asText().equals("data")) {
                ObjectNode copy = ((ObjectNode) stream.deepCopy()).retain(OF_STREAMS);
                streams.add(withoutWriter(copy));
            }
        }
        for (JsonNode chapter : ffprobe.path("chapters")) {
            kept.withArray("/chapters").add(((ObjectNode) chapter.deepCopy()).retain("start_time", "end_time", "tags"));
        }
        kept.set("format", withoutWriter(((ObjectNode) ffprobe.path("format").deepCopy()).retain("tags")));
        for (JsonNode track : mkvmerge.path("tracks")) {
            ObjectNode properties = (ObjectNode) track.path("properties").deepCopy();
            properties.retain("language", "track_name", "enabled_track");
            kept.withArray("/tracks").add(withoutUndetermined(properties));
        }
        return kept;
    }

    /** "Undetermined" is what ffmpeg writes where the file says "unspecified", which ffprobe does not show. */
    private static ObjectNode withoutUndetermined(ObjectNode told) {
        if (told.path("language").asText().equals("und")) {
            told.remove("language");
        }
        return told;
    }

    private static ObjectNode withoutWriter(ObjectNode told) {
        if (told.path("tags") instanceof ObjectNode tags) {
            withoutUndetermined(tags).remove(OF_THE_WRITER);
        }
        return told;
    }

    /** Fails with what is in one only. */
    static void assertSame(String what, JsonNode is, JsonNode was) {
        List<String> more = new ArrayList<>();
        List<String> less = new ArrayList<>();
        flatten("", is, more);
        flatten("", was, less);
        List<String> lost = new ArrayList<>(less);
        lost.removeAll(more);
        more.removeAll(less);
        assertThat(more).as(what + " in the place of " + lost).isEmpty();
        assertThat(lost).as(what + " lost").isEmpty();
    }

    private static void flatten(String place, JsonNode node, List<String> into) {
        if (node.isValueNode()) {
            into.add(place + "=" + node.asText());
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            flatten(place + "/" + i, node.get(i), into);
        }
        node.properties().forEach(entry -> flatten(place + "/" + entry.getKey(), entry.getValue(), into));
    }

    /** Both programs must call this track default and no other. */
    void assertOnlyDefault(int position) {
        assertThat(byFfprobe).as("ffprobe").containsExactly(position);
        assertThat(byMkvmerge).as("mkvmerge").containsExactly(position);
    }

    private static ObjectNode json(List<String> command) {
        try {
            return (ObjectNode) JSON.readTree(Command.run(command));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    static String sha256(Path file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
