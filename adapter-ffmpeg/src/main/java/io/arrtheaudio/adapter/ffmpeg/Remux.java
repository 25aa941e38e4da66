package io.arrtheaudio.adapter.ffmpeg;

import io.arrtheaudio.domain.media.Container;
import io.arrtheaudio.domain.media.MediaFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The arguments with which ffmpeg writes an MP4 file anew. It makes two kinds of streams by itself and refuses to copy them:
 * the text track that holds chapters, and time codes ({@code tmcd}).
 *
 * @param file what is copied
 * @param probe the same as ffprobe tells it
 * @param names of its tracks by their IDs, which ffmpeg would not copy
 * @param defaults positions of the audio tracks that become default
 */
record Remux(MediaFile file, Probe probe, Map<Integer, String> names, Set<Integer> defaults) {

    /**
     * Without this ffmpeg does not write the Dolby Vision box {@code dvcC} or {@code dvvC}, nor FLAC and TrueHD at all
     * (movenc.c).
     */
    private static final List<String> KEEP_ALL = List.of("-strict", "experimental");

    /** Keys of QuickTime's own kind of metadata begin so; ffmpeg drops them unless it writes all tags in that kind. */
    private static final String QUICKTIME_KEY = "com.";

    /** Reads the file and writes nothing but {@code into}. */
    List<String> arguments(Path into) {
        List<String> arguments = input(file.path(), probe);
        arguments.addAll(List.of("-map_metadata", "0", "-map_chapters", "0", "-copy_unknown"));
        arguments.addAll(KEEP_ALL);
        addDispositions(arguments);
        addNames(arguments);
        arguments.addAll(container());
        arguments.addAll(List.of("-progress", "pipe:1", "-n", "file:" + Tools.argument(into)));
        return arguments;
    }

    /** Reads a file and copies all streams but those that ffmpeg makes itself. */
    static List<String> input(Path file, Probe probe) {
        List<String> arguments = new ArrayList<>(List.of("-nostdin", "-v", "error", "-protocol_whitelist", "file"));
        arguments.addAll(List.of("-f", Ffprobe.demuxer(Container.MP4), "-i", "file:" + Tools.argument(file)));
        arguments.addAll(List.of("-map", "0"));
        for (MediaStream stream : probe.streams()) {
            if (isMadeAnew(probe, stream)) {
                arguments.addAll(List.of("-map", "-0:" + stream.index()));
            }
        }
        arguments.addAll(List.of("-c", "copy"));
        return arguments;
    }

    static boolean isMadeAnew(Probe probe, MediaStream stream) {
        boolean isChapters = stream.text("codec_name").equals("bin_data")
                && !probe.chapters().isEmpty();
        return stream.type().equals("data")
                && (isChapters || stream.text("codec_tag_string").equals("tmcd"));
    }

    private void addDispositions(List<String> arguments) {
        List<MediaStream> audio = probe.audio();
        for (int i = 0; i < audio.size(); i++) {
            Set<String> dispositions = new TreeSet<>(audio.get(i).dispositions());
            dispositions.remove("default");
            if (defaults.contains(i + 1)) {
                dispositions.add("default");
            }
            arguments.add("-disposition:a:" + i);
            arguments.add(dispositions.isEmpty() ? "0" : String.join("+", dispositions));
        }
    }

    /** Streams are counted as they are written, without those that are made anew. */
    private void addNames(List<String> arguments) {
        int written = 0;
        for (MediaStream stream : probe.streams()) {
            if (!isMadeAnew(probe, stream)) {
                String name = names.getOrDefault(stream.id(), "");
                if (!name.isEmpty()) {
                    arguments.addAll(List.of("-metadata:s:" + written, "title=" + name));
                }
                written++;
            }
        }
    }

    private List<String> container() {
        List<String> flags = new ArrayList<>();
        if (MoviePlace.in(file.path()).isInFront()) {
            flags.add("+faststart");
        }
        if (MediaStream.tagsOf(probe.format()).keySet().stream().anyMatch(key -> key.startsWith(QUICKTIME_KEY))) {
            flags.add("+use_metadata_tags");
        }
        List<String> options = new ArrayList<>();
        if (!flags.isEmpty()) {
            options.addAll(List.of("-movflags", String.join("", flags)));
        }
        boolean isQuickTime = probe.brand().isEmpty() || probe.brand().equals("qt  ");
        options.addAll(isQuickTime ? List.of("-f", "mov") : List.of("-brand", probe.brand(), "-f", "mp4"));
        return options;
    }
}
