package io.arrtheaudio.adapter.ffmpeg;

import io.arrtheaudio.domain.edit.Progress;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.media.Container;
import io.arrtheaudio.domain.media.MediaFile;
import io.arrtheaudio.port.out.Rewriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Writes MP4 and QuickTime files anew by {@code ffmpeg -c copy}, and then lets ffprobe compare: the same streams in the same
 * order, tags, chapters, time codes, side data such as that of Dolby Vision, and all dispositions but the audio default.
 * Whatever would be lost is named, and the new file removed.
 *
 * <p>Thread-safe.
 */
public final class FfmpegRewriter implements Rewriter {

    private static final int MOST_NAMED = 5;

    private final Tools tools;
    private final Ffprobe ffprobe;

    /** Runs these tools. */
    public FfmpegRewriter(Tools tools) {
        this.tools = tools;
        this.ffprobe = new Ffprobe(tools);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException for a Matroska file, whose rewriting nobody plans
     */
    @Override
    public void rewrite(MediaFile file, Set<Integer> defaults, Path into, Progress progress) {
        if (file.container() != Container.MP4) {
            throw new IllegalArgumentException(file.path() + " is " + file.container() + " but only MP4 is rewritten");
        }
        Probe before = ffprobe.read(file.path(), Container.MP4);
        ToolPlanner.requireTracks(file, before, defaults);
        MovieHeader header = MovieHeader.of(file.path());
        RemuxLimits.of(before, header, defaults).ifPresent(why -> {
            throw refused(file, why);
        });
        if (Files.exists(into)) {
            throw new AudioFixException(
                    Remedy.RETRY_LATER, "cannot write " + into + ": a file with this name is there already");
        }
        boolean isDone = false;
        try {
            copy(new Remux(file, before, header.names(), defaults), into, progress);
            verify(file, before, defaults, into, progress);
            isDone = true;
        } finally {
            if (!isDone) {
                remove(into);
            }
        }
    }

    private void copy(Remux remux, Path into, Progress progress) {
        Path file = remux.file().path();
        ToolResult result = tools.run(
                Tool.FFMPEG,
                remux.arguments(into),
                "write " + file + " anew",
                new Growth(file, into, sizeOf(file), progress));
        if (result.complaints().contains("No space left on device")) {
            throw AudioFixException.diskFull("cannot write " + file + " anew: the disk of " + into
                    + " is full; make room for another " + sizeOf(file) + " bytes");
        }
        if (result.exit() != 0) {
            throw refused(
                    remux.file(), "ffmpeg ended with " + result.exit() + " and said '" + result.lastWords() + "'");
        }
    }

    private void verify(MediaFile file, Probe before, Set<Integer> defaults, Path into, Progress progress) {
        Probe after = ffprobe.read(into, Container.MP4);
        List<String> differences = new Differences(before, after).list();
        if (!differences.isEmpty()) {
            String more = differences.size() > MOST_NAMED ? ", and " + (differences.size() - MOST_NAMED) + " more" : "";
            throw refused(
                    file,
                    "ffmpeg does not keep everything: "
                            + differences.stream().limit(MOST_NAMED).collect(Collectors.joining(", ")) + more);
        }
        if (!defaultsOf(after).equals(new TreeSet<>(defaults))) {
            throw refused(file, "ffmpeg made audio tracks " + defaultsOf(after) + " default instead of " + defaults);
        }
        if (tools.settings().verifyStreams()) {
            StreamHashes hashes = new StreamHashes(tools, progress);
            if (!hashes.of(file.path(), before).equals(hashes.of(into, after))) {
                throw refused(file, "the hashes of its streams would not stay the same");
            }
        }
    }

    private static Set<Integer> defaultsOf(Probe probe) {
        Set<Integer> defaults = new TreeSet<>();
        List<MediaStream> audio = probe.audio();
        for (int i = 0; i < audio.size(); i++) {
            if (audio.get(i).is("default")) {
                defaults.add(i + 1);
            }
        }
        return defaults;
    }

    private static AudioFixException refused(MediaFile file, String why) {
        String oneLine = why.replaceAll("\\p{Cntrl}", " ");
        return new AudioFixException(
                Remedy.FIX_FILE, "cannot write " + file.path() + " anew: " + oneLine + "; it was left as it is");
    }

    private static long sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new AudioFixException(Remedy.FIX_FILE, "cannot read " + file + ": " + e, e);
        }
    }

    private static void remove(Path into) {
        try {
            Files.deleteIfExists(into);
        } catch (IOException e) {
            throw new AudioFixException(
                    Remedy.RETRY_LATER, "cannot remove " + into + ", which is not finished: " + e + "; delete it", e);
        }
    }
}
