package io.arrtheaudio.launcher.cli;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** The media files of the demo; {@code src/samples/make-samples} made them. */
final class Samples {

    private Samples() {}

    /** By the name each copy gets, in the order in which they are shown. */
    static Map<String, Supplier<InputStream>> all() {
        Map<String, Supplier<InputStream>> samples = new LinkedHashMap<>();
        samples.put("Film made by ffmpeg.mkv", resource("ffmpeg.mkv"));
        samples.put("Disc with a commentary first.mkv", resource("commentary.mkv"));
        samples.put("日本の映画.mkv", resource("japanese-name.mkv"));
        samples.put("Clip from the web.webm", resource("clip.webm"));
        samples.put("Film with its index at the end.mp4", resource("moov-at-end.mp4"));
        samples.put("German and English only.m4v", resource("german.m4v"));
        samples.put("Already right.mkv", resource("correct.mkv"));
        return samples;
    }

    private static Supplier<InputStream> resource(String name) {
        return () -> Objects.requireNonNull(Samples.class.getResourceAsStream("samples/" + name), name);
    }
}
