package io.arrtheaudio.adapter.ffmpeg;

import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.TrackFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Audio tracks of a Matroska file in domain words: which there are and their roles from ffprobe, and from mkvmerge what
 * ffprobe does not know (LanguageBCP47, FlagEnabled) or mixes with tags and with the sound itself (title, channels).
 */
final class MatroskaTracks {

    private MatroskaTracks() {}

    static List<AudioTrack> of(Probe probe, Listing listing) {
        List<MediaStream> audio = probe.audio();
        List<AudioTrack> tracks = new ArrayList<>();
        for (int i = 0; i < audio.size(); i++) {
            MediaStream stream = audio.get(i);
            int position = i + 1;
            tracks.add(listing.of(audio, i)
                    .map(listed -> listed(position, stream, listed))
                    .orElseGet(() -> unlisted(position, stream)));
        }
        return tracks;
    }

    private static AudioTrack listed(int position, MediaStream stream, ListedTrack listed) {
        Set<TrackFlag> flags = Dispositions.flags(stream);
        flags.addAll(listed.flags());
        return new AudioTrack(
                position,
                language(stream, listed),
                listed.title(),
                codecOf(listed.codecId()),
                listed.channels(),
                flags);
    }

    /**
     * Region and script may stand in the old element too, as ffmpeg writes them: {@code pt-BR}. mkvmerge leaves them out
     * there; ffprobe shows them, unless a tag of the same name in other letters hides them.
     */
    private static Language language(MediaStream stream, ListedTrack listed) {
        Language told = listed.language();
        if (listed.hasNewLanguage()) {
            return told;
        }
        String old = stream.json().path("tags").path("language").asText("");
        return Language.fromTag(old)
                .filter(finer -> finer.code().equals(told.code()))
                .orElse(told);
    }

    private static AudioTrack unlisted(int position, MediaStream stream) {
        return new AudioTrack(
                position,
                Language.fromTag(stream.tag("language")).orElse(Language.UNDETERMINED),
                stream.tag("title").strip(),
                codecOfFfmpeg(stream.text("codec_name")),
                stream.channels(),
                Dispositions.flags(stream));
    }

    /** The short name of a codec ID (RFC 9559 section 5.1.4.1.21 and the Matroska codec registry). */
    static String codecOf(String codecId) {
        String id = codecId.toLowerCase(Locale.ROOT);
        String name = id.startsWith("a_") ? id.substring(2) : id;
        if (name.startsWith("mpeg/l")) {
            return "mp" + name.substring("mpeg/l".length());
        }
        int end = name.indexOf('/');
        return end < 0 || name.startsWith("ms/") ? name : name.substring(0, end);
    }

    /** The same name from ffmpeg's. */
    private static String codecOfFfmpeg(String codec) {
        return switch (codec) {
            case "tta" -> "tta1";
            case "wavpack" -> "wavpack4";
            case "" -> "unknown";
            default -> codec.startsWith("pcm_") ? "pcm" : codec;
        };
    }
}
