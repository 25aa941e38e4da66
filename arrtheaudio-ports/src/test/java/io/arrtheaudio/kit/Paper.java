package io.arrtheaudio.kit;

import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.Container;
import io.arrtheaudio.domain.media.TrackFlag;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A media format for tests only. A mark, one byte for the container, one for the number of tracks; then for each track one
 * byte that says whether it is default (0 or 1), two for all its flags, one for the channels, and three texts with their
 * length in a byte before them: language, title, codec. Some bytes of "media" follow.
 *
 * @param container which container it plays
 * @param tracks the audio tracks
 * @param defaults where the byte of each track's default flag lies
 */
record Paper(Container container, List<AudioTrack> tracks, List<Integer> defaults) {

    private static final byte[] MARK = "PAPER\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] MEDIA = "la la la la la".getBytes(StandardCharsets.US_ASCII);

    static byte[] write(Container container, List<AudioTrack> tracks) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(MARK);
        out.write(container.ordinal());
        out.write(tracks.size());
        for (AudioTrack track : tracks) {
            int flags = track.flags().stream()
                    .filter(flag -> flag != TrackFlag.DEFAULT)
                    .mapToInt(flag -> 1 << flag.ordinal())
                    .sum();
            out.write(track.is(TrackFlag.DEFAULT) ? 1 : 0);
            out.write(flags >> 8);
            out.write(flags);
            out.write(track.channels());
            for (String text : List.of(track.language().toString(), track.title(), track.codec())) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                out.write(bytes.length);
                out.writeBytes(bytes);
            }
        }
        out.writeBytes(MEDIA);
        return out.toByteArray();
    }

    static boolean isPaper(byte[] content) {
        return content.length >= MARK.length
                && ByteBuffer.wrap(content, 0, MARK.length).equals(ByteBuffer.wrap(MARK));
    }

    /** Empty if the sheet is torn or scribbled on. */
    static Optional<Paper> read(byte[] content) {
        ByteBuffer in = ByteBuffer.wrap(content).position(MARK.length);
        try {
            Container container = Container.values()[in.get()];
            int count = in.get();
            List<AudioTrack> tracks = new ArrayList<>();
            List<Integer> defaults = new ArrayList<>();
            for (int position = 1; position <= count; position++) {
                defaults.add(in.position());
                tracks.add(track(position, in));
            }
            return Optional.of(new Paper(container, tracks, defaults));
        } catch (BufferUnderflowException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static AudioTrack track(int position, ByteBuffer in) {
        boolean isDefault = in.get() == 1;
        Set<TrackFlag> flags = flags(in.getShort());
        if (isDefault) {
            flags.add(TrackFlag.DEFAULT);
        }
        int channels = in.get();
        Language language = Language.fromTag(text(in)).orElse(Language.UNDETERMINED);
        return new AudioTrack(position, language, text(in), text(in), channels, flags);
    }

    private static Set<TrackFlag> flags(int bits) {
        Set<TrackFlag> flags = EnumSet.noneOf(TrackFlag.class);
        for (TrackFlag flag : TrackFlag.values()) {
            if ((bits & 1 << flag.ordinal()) != 0) {
                flags.add(flag);
            }
        }
        return flags;
    }

    private static String text(ByteBuffer in) {
        byte[] bytes = new byte[Byte.toUnsignedInt(in.get())];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
