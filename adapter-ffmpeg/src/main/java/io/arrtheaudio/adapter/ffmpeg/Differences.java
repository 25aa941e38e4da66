package io.arrtheaudio.adapter.ffmpeg;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a file written anew has otherwise than the one it was copied from, as far as ffprobe tells, apart from the default
 * audio tracks.
 *
 * @param before the file that was copied
 * @param after the new one
 */
record Differences(Probe before, Probe after) {

    private static final double SECONDS = 0.1;

    private static final List<String> SAME = List.of(
            "codec_type",
            "codec_name",
            "codec_tag_string",
            "profile",
            "channels",
            "channel_layout",
            "sample_rate",
            "width",
            "height",
            "pix_fmt",
            "color_range",
            "color_space",
            "color_transfer",
            "color_primaries",
            "sample_aspect_ratio",
            "nb_frames");

    /** Every writer puts its own name there, or the container changes it by itself. */
    private static final Set<String> OWN_TAGS =
            Set.of("encoder", "vendor_id", "minor_version", "compatible_brands", "major_brand");

    /** For people, one line each; empty if nothing differs. */
    List<String> list() {
        List<String> found = new ArrayList<>();
        List<MediaStream> was = copied(before);
        List<MediaStream> is = copied(after);
        if (was.size() != is.size()) {
            found.add(was.size() + " streams would become " + is.size());
            return found;
        }
        for (int i = 0; i < was.size(); i++) {
            compare(was.get(i), is.get(i), found);
        }
        compareChapters(found);
        compare("the file's tag", MediaStream.tagsOf(before.format()), MediaStream.tagsOf(after.format()), found);
        Set<String> timeCodes = timeCodes(before);
        if (!timeCodes.equals(timeCodes(after))) {
            found.add("time codes " + timeCodes + " would become " + timeCodes(after));
        }
        return found;
    }

    private static List<MediaStream> copied(Probe probe) {
        return probe.streams().stream()
                .filter(stream -> !Remux.isMadeAnew(probe, stream))
                .toList();
    }

    private static void compare(MediaStream was, MediaStream is, List<String> found) {
        for (String entry : SAME) {
            if (!was.text(entry).equals(is.text(entry))) {
                found.add(entry + " of " + was + ": " + was.text(entry) + " would become " + is.text(entry));
            }
        }
        // ffmpeg adds a bit rate to what precedes MOV text each time it copies it
        if (!was.type().equals("subtitle") && !was.text("extradata_size").equals(is.text("extradata_size"))) {
            found.add("codec header of " + was + ": " + was.text("extradata_size") + " bytes would become "
                    + is.text("extradata_size"));
        }
        if (!isClose(was.text("duration"), is.text("duration"))) {
            found.add("duration of " + was + ": " + was.text("duration") + " would become " + is.text("duration"));
        }
        if (!dispositions(was).equals(dispositions(is))) {
            found.add("dispositions of " + was + ": " + dispositions(was) + " would become " + dispositions(is));
        }
        if (!sideData(was).equals(sideData(is))) {
            found.add("side data of " + was + ": " + sideData(was) + " would become " + sideData(is));
        }
        compare("tag of " + was, was.tags(), is.tags(), found);
    }

    private void compareChapters(List<String> found) {
        if (before.chapters().size() != after.chapters().size()) {
            found.add(before.chapters().size() + " chapters would become "
                    + after.chapters().size());
            return;
        }
        for (int i = 0; i < before.chapters().size(); i++) {
            JsonNode was = before.chapters().get(i);
            JsonNode is = after.chapters().get(i);
            boolean isSame = MediaStream.tagsOf(was).equals(MediaStream.tagsOf(is))
                    && isClose(
                            was.path("start_time").asText(),
                            is.path("start_time").asText());
            if (!isSame) {
                found.add("chapter " + (i + 1) + " would change");
            }
        }
    }

    /** Only what is lost or changed; a title that ffprobe did not show before may appear. */
    private static void compare(String what, Map<String, String> was, Map<String, String> is, List<String> found) {
        was.forEach((name, value) -> {
            if (!OWN_TAGS.contains(name) && !value.equals(is.get(name))) {
                found.add(what + " " + name + ": '" + value + "' would "
                        + (is.containsKey(name) ? "become '" + is.get(name) + "'" : "be lost"));
            }
        });
    }

    private static Set<String> dispositions(MediaStream stream) {
        Set<String> dispositions = new TreeSet<>(stream.dispositions());
        if (stream.isAudio()) {
            dispositions.remove("default");
        }
        return dispositions;
    }

    private static Set<JsonNode> sideData(MediaStream stream) {
        Set<JsonNode> sideData = new HashSet<>();
        stream.json().path("side_data_list").forEach(sideData::add);
        return sideData;
    }

    private static Set<String> timeCodes(Probe probe) {
        Set<String> timeCodes = new TreeSet<>();
        for (MediaStream stream : probe.streams()) {
            if (stream.text("codec_tag_string").equals("tmcd")) {
                timeCodes.add(stream.tag("timecode"));
            }
        }
        return timeCodes;
    }

    private static boolean isClose(String was, String is) {
        if (Objects.equals(was, is)) {
            return true;
        }
        try {
            return Math.abs(Double.parseDouble(was) - Double.parseDouble(is)) <= SECONDS;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
