package io.arrtheaudio.adapter.files.mp4;

import io.arrtheaudio.adapter.files.header.HeaderFormat;
import io.arrtheaudio.adapter.files.header.HeaderReader;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.Container;
import io.arrtheaudio.port.out.PlannedEdit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * MP4, M4V, M4A (ISO/IEC 14496-12) and QuickTime (Apple QTFF), whole or fragmented, with the {@code moov} box wherever it
 * lies. The default is bit 0 of the flags in {@code tkhd} (clause 8.3.2, {@code track_enabled}), so a plan changes one byte
 * for a track, and nothing else.
 *
 * <p>Thread-safe.
 */
public final class Mp4Format implements HeaderFormat {

    /** What old QuickTime files without {@code ftyp} may start with, even if the rest is missing. */
    private static final Set<String> TELLING = Set.of("ftyp", "moov", "mdat");
    /** The same, but these words may also stand in a text, so the size must make sense. */
    private static final Set<String> LESS_TELLING = Set.of("wide", "free", "skip", "pnot");

    @Override
    public Container container() {
        return Container.MP4;
    }

    @Override
    public boolean recognises(HeaderReader reader) {
        if (!reader.has(0, BoxReader.HEADER)) {
            return false;
        }
        Box first = new BoxReader(reader).at(0, reader.size());
        return TELLING.contains(first.type()) && first.fitsBefore(Long.MAX_VALUE)
                || LESS_TELLING.contains(first.type()) && first.fitsBefore(reader.size());
    }

    @Override
    public List<AudioTrack> audioTracks(HeaderReader reader) {
        BoxReader boxes = new BoxReader(reader);
        Movie movie = MovieReader.read(boxes);
        if (movie.isCompressed()) {
            throw reader.damaged(compressed(movie));
        }
        List<Trak> audio = TrakReader.audio(boxes, movie);
        return IntStream.range(0, audio.size())
                .mapToObj(i -> audio.get(i).at(i + 1))
                .toList();
    }

    @Override
    public List<String> inventory(HeaderReader reader) {
        BoxReader boxes = new BoxReader(reader);
        Movie movie = MovieReader.read(boxes);
        if (movie.isCompressed()) {
            throw reader.damaged(compressed(movie));
        }
        return new Mp4Inventory(boxes, movie).lines();
    }

    @Override
    public PlannedEdit plan(HeaderReader reader, Set<Integer> defaults) {
        BoxReader boxes = new BoxReader(reader);
        Movie movie = MovieReader.read(boxes);
        if (movie.isCompressed()) {
            return new PlannedEdit.Unsupported(compressed(movie));
        }
        List<Trak> audio = TrakReader.audio(boxes, movie);
        for (int position : defaults) {
            if (position < 1 || position > audio.size()) {
                throw reader.damaged("it has " + audio.size() + " audio tracks now and none is number " + position);
            }
        }
        return obstacle(movie, audio)
                .<PlannedEdit>map(PlannedEdit.Unsupported::new)
                .orElseGet(() -> new PlannedEdit.Possible(DefaultSwitch.plan(audio, defaults), HeaderFormat.ENGINE));
    }

    private static String compressed(Movie movie) {
        return "the " + movie.moovs().get(0) + " is compressed (cmov); ffmpeg with -c copy would write it plain";
    }

    /** Where players may go by another copy of the flags than the one that would be changed. */
    private static Optional<String> obstacle(Movie movie, List<Trak> audio) {
        if (movie.moovs().size() > 1) {
            return Optional.of("there are two: the " + movie.moovs().get(0) + " and the "
                    + movie.moovs().get(1) + "; ffmpeg with -c copy would write one");
        }
        return audio.stream().flatMap(trak -> obstacle(trak).stream()).findFirst();
    }

    private static Optional<String> obstacle(Trak trak) {
        if (trak.headers() > 1) {
            return Optional.of("the " + trak.box() + " has " + trak.headers()
                    + " tkhd boxes; ffmpeg with -c copy would write one");
        }
        return trak.header().isKnown()
                ? Optional.empty()
                : Optional.of("the " + trak.box() + " has a tkhd of a later version than any program here knows");
    }
}
