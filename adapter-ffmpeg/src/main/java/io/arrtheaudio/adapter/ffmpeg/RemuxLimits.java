package io.arrtheaudio.adapter.ffmpeg;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What ffmpeg cannot keep, known before it is tried (libavformat/movenc.c). */
final class RemuxLimits {

    /** QuickTime, and what ffmpeg's mp4 muxer writes under another brand's name without changing the file's kind. */
    private static final Pattern BRANDS = Pattern.compile(
            "qt  |isom|iso[2-9a-c]|avc1|mp4[12v]|mp71|M4[VABPH] |M4V[HP]|dash|hvc1|hev1|dby1|MSNV|NDSC|XAVC|");

    /** movenc enables the first track of each of these types where none is. */
    private static final List<String> ALWAYS_ENABLED = List.of("video", "subtitle");

    private RemuxLimits() {}

    /** The first of them, for people; empty if there is none. */
    static Optional<String> of(Probe probe, MovieHeader header, Set<Integer> defaults) {
        if (defaults.isEmpty()) {
            return Optional.of("ffmpeg always makes one audio track of an MP4 file the default; it cannot write one "
                    + "without any");
        }
        if (!BRANDS.matcher(probe.brand()).matches()) {
            return Optional.of(
                    "its brand is '" + probe.brand().strip() + "', and ffmpeg would write it as another kind of file");
        }
        if (header.isFragmented()) {
            return Optional.of("it is fragmented, and ffmpeg would write it in one piece");
        }
        return probe.streams().stream()
                .filter(stream -> stream.text("codec_tag_string").matches("enc[avst]|drm[si]"))
                .findFirst()
                .map(stream -> stream + " is encrypted, and ffmpeg would not keep what players need to decrypt it")
                .or(() -> enabledAnyway(probe));
    }

    private static Optional<String> enabledAnyway(Probe probe) {
        for (String type : ALWAYS_ENABLED) {
            List<MediaStream> streams = probe.streams().stream()
                    .filter(stream -> stream.type().equals(type) && !stream.is("attached_pic"))
                    .toList();
            if (!streams.isEmpty() && streams.stream().noneMatch(stream -> stream.is("default"))) {
                return Optional.of("no " + type + " track is default, and ffmpeg would make the first one so");
            }
        }
        return Optional.empty();
    }
}
