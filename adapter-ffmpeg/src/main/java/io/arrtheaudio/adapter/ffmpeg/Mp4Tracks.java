package io.arrtheaudio.adapter.ffmpeg;

import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.TrackFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Audio tracks of an MP4 file in domain words, as far as ffprobe tells. */
final class Mp4Tracks {

    /** Names that programs give the handler when the track has no title. */
    private static final Pattern NO_TITLE = Pattern.compile(
            "(.* )?(sound|audio) ?(media ?)?handler?|core media audio|iso media file produced by google.*|soun|sound|audio",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private Mp4Tracks() {}

    /**
     * In the file's order.
     *
     * @param names of the tracks by their IDs
     */
    static List<AudioTrack> of(Probe probe, Map<Integer, String> names) {
        List<AudioTrack> tracks = new ArrayList<>();
        for (MediaStream stream : probe.audio()) {
            tracks.add(new AudioTrack(
                    tracks.size() + 1,
                    Language.fromTag(stream.tag("language")).orElse(Language.UNDETERMINED),
                    title(stream, names.getOrDefault(stream.id(), "")),
                    codec(stream),
                    stream.channels(),
                    flags(stream)));
        }
        return tracks;
    }

    /**
     * The roles that both ISO/IEC 23009-1 and the flags know. ffprobe also makes "hearing impaired" of {@code caption},
     * "forced" of {@code forced-subtitle}, and "descriptions" of {@code description}, which mean something else or nothing
     * for sound.
     */
    private static Set<TrackFlag> flags(MediaStream stream) {
        Set<TrackFlag> flags = Dispositions.flags(stream);
        flags.retainAll(Set.of(TrackFlag.DEFAULT, TrackFlag.COMMENTARY, TrackFlag.VISUAL_IMPAIRED, TrackFlag.DUB));
        return flags;
    }

    private static String title(MediaStream stream, String name) {
        for (String title : List.of(name, stream.tag("title"), stream.tag("name"))) {
            if (!plain(title).isEmpty()) {
                return plain(title);
            }
        }
        String handler = plain(stream.tag("handler_name"));
        return NO_TITLE.matcher(handler).matches() ? "" : handler;
    }

    private static String plain(String text) {
        return CONTROL.matcher(text).replaceAll(" ").strip();
    }

    /** By the type of the sample entry (mp4ra.org), except that {@code mp4a} may hold several codecs. */
    private static String codec(MediaStream stream) {
        String type = stream.text("codec_tag_string").replaceAll("\\[\\d+]", "?");
        return switch (type) {
            case "mp4a" -> stream.text("codec_name").isEmpty() ? "mp4a" : stream.text("codec_name");
            case "ac-3", "AC-3", "sac3", "ms ?" -> "ac3";
            case "ec-3", "EC-3" -> "eac3";
            case "dtsc", "dtsh", "dtsl", "dtse", "dtsx" -> "dts";
            case "mlpa" -> "truehd";
            case ".mp3", "mp3 ", "ms?U" -> "mp3";
            case ".mp2", "ms?P" -> "mp2";
            case "lpcm", "ipcm", "fpcm", "sowt", "twos", "raw ", "NONE", "in24", "in32", "fl32", "fl64" -> "pcm";
            default ->
                type.toLowerCase(Locale.ROOT).replaceAll("[^\\x20-\\x7e]", "?").strip();
        };
    }
}
