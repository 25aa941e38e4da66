package io.arrtheaudio.kit;

import static io.arrtheaudio.kit.Pieces.joined;
import static io.arrtheaudio.kit.Pieces.lowest;

import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.TrackFlag;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * The bytes of a whole Matroska file of a few hundred bytes (RFC 9559): EBML header, then a Segment with Info, Tracks (one
 * video track before the audio tracks), Void and one Cluster. Nothing in it can be decoded, everything can be parsed.
 *
 * @param audio its audio tracks; codecs as {@link #CODECS} lists them
 * @param implicitDefaults whether FlagDefault is left out where it is 1, as mkvmerge and ffmpeg do
 * @param voidBytes how many bytes of Void lie behind Tracks, 0 or at least 2
 * @param checksums whether Info and Tracks start with a CRC-32 element (RFC 8794 section 11.3.1)
 */
public record TinyMatroska(List<AudioTrack> audio, boolean implicitDefaults, int voidBytes, boolean checksums) {

    /** The CodecIDs that can be written, by the names of {@link AudioTrack#codec}. */
    static final Map<String, String> CODECS = Map.of(
            "aac", "A_AAC",
            "ac3", "A_AC3",
            "eac3", "A_EAC3",
            "dts", "A_DTS",
            "truehd", "A_TRUEHD",
            "opus", "A_OPUS",
            "vorbis", "A_VORBIS",
            "flac", "A_FLAC",
            "mp3", "A_MPEG/L3");

    /** Copies the list and checks the values. */
    public TinyMatroska {
        audio = List.copyOf(audio);
        if (voidBytes != 0 && voidBytes < 2) {
            throw new IllegalArgumentException("voidBytes was " + voidBytes + " but a Void has at least 2");
        }
    }

    /** Explicit flags, no Void, no checksums. */
    public static TinyMatroska with(List<AudioTrack> audio) {
        return new TinyMatroska(audio, false, 0, false);
    }

    /** The same with FlagDefault left out where it is 1. */
    public TinyMatroska withImplicitDefaults() {
        return new TinyMatroska(audio, true, voidBytes, checksums);
    }

    /** The same with a Void behind Tracks. */
    public TinyMatroska withVoid(int bytes) {
        return new TinyMatroska(audio, implicitDefaults, bytes, checksums);
    }

    /** The same with CRC-32 elements. */
    public TinyMatroska withChecksums() {
        return new TinyMatroska(audio, implicitDefaults, voidBytes, true);
    }

    /** The file. */
    public byte[] toBytes() {
        byte[] tracks = element(0x1654AE6B, checked(tracks()));
        byte[] segment = joined(element(0x1549A966, checked(info())), tracks, empty(voidBytes), cluster());
        return joined(ebmlHeader(), element(0x18538067, segment));
    }

    private static byte[] ebmlHeader() {
        return element(
                0x1A45DFA3,
                number(0x4286, 1),
                number(0x42F7, 1),
                number(0x42F2, 4),
                number(0x42F3, 8),
                text(0x4282, "matroska"),
                number(0x4287, 4),
                number(0x4285, 2));
    }

    private static byte[] info() {
        return joined(number(0x2AD7B1, 1_000_000), text(0x4D80, "kit"), text(0x5741, "kit"));
    }

    private byte[] tracks() {
        byte[] entries = element(
                0xAE,
                number(0xD7, 1),
                number(0x73C5, 101),
                number(0x83, 1),
                text(0x86, "V_VP8"),
                element(0xE0, number(0xB0, 16), number(0xBA, 16)));
        for (AudioTrack track : audio) {
            entries = joined(entries, entry(track));
        }
        return entries;
    }

    private byte[] entry(AudioTrack track) {
        boolean isDefault = track.is(TrackFlag.DEFAULT);
        return element(
                0xAE,
                number(0xD7, track.position() + 1L),
                number(0x73C5, 101L + track.position()),
                number(0x83, 2),
                implicitDefaults && isDefault ? new byte[0] : number(0x88, isDefault ? 1 : 0),
                flags(track),
                language(track.language()),
                track.title().isEmpty() ? new byte[0] : text(0x536E, track.title()),
                text(0x86, codecId(track)),
                element(
                        0xE1,
                        element(0xB5, ByteBuffer.allocate(4).putFloat(48_000).array()),
                        channels(track)));
    }

    private static byte[] channels(AudioTrack track) {
        return track.channels() == 0 ? new byte[0] : number(0x9F, track.channels());
    }

    /** RFC 9559 sections 5.1.4.1.4 to 5.1.4.1.11; a flag that is not set is left out. */
    private static byte[] flags(AudioTrack track) {
        return joined(
                track.is(TrackFlag.DISABLED) ? number(0xB9, 0) : new byte[0],
                flag(track, TrackFlag.FORCED, 0x55AA),
                flag(track, TrackFlag.HEARING_IMPAIRED, 0x55AB),
                flag(track, TrackFlag.VISUAL_IMPAIRED, 0x55AC),
                flag(track, TrackFlag.TEXT_DESCRIPTIONS, 0x55AD),
                track.is(TrackFlag.DUB) ? number(0x55AE, 0) : flag(track, TrackFlag.ORIGINAL, 0x55AE),
                flag(track, TrackFlag.COMMENTARY, 0x55AF));
    }

    private static byte[] flag(AudioTrack track, TrackFlag flag, int id) {
        return track.is(flag) ? number(id, 1) : new byte[0];
    }

    private static byte[] language(Language language) {
        byte[] code = text(0x22B59C, language.code());
        boolean isPlain = language.script().isEmpty() && language.region().isEmpty();
        return isPlain ? code : joined(code, text(0x22B59D, language.toString()));
    }

    private static String codecId(AudioTrack track) {
        String id = CODECS.get(track.codec());
        if (id == null) {
            throw new IllegalArgumentException(
                    "codec was '" + track.codec() + "' but must be one of " + CODECS.keySet());
        }
        return id;
    }

    private static byte[] cluster() {
        byte[] block = joined(
                new byte[] {(byte) 0x81, 0, 0, (byte) 0x80}, "picture and sound".getBytes(StandardCharsets.US_ASCII));
        return element(0x1F43B675, number(0xE7, 0), element(0xA3, block));
    }

    /** With a CRC-32 before it if there should be one: ISO 3309, lowest byte first. */
    private byte[] checked(byte[] children) {
        if (!checksums) {
            return children;
        }
        CRC32 crc = new CRC32();
        crc.update(children);
        byte[] sum = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) crc.getValue())
                .array();
        return joined(element(0xBF, sum), children);
    }

    /** A Void of so many bytes, its own header included. */
    private static byte[] empty(int bytes) {
        if (bytes == 0) {
            return new byte[0];
        }
        return bytes < 129
                ? element(0xEC, new byte[bytes - 2])
                : joined(
                        new byte[] {(byte) 0xEC},
                        ByteBuffer.allocate(8).putLong(1L << 56 | bytes - 9).array(),
                        new byte[bytes - 9]);
    }

    private static byte[] number(int id, long value) {
        int length = Math.max(1, (71 - Long.numberOfLeadingZeros(value)) / 8);
        return element(id, lowest(length, value));
    }

    private static byte[] text(int id, String value) {
        return element(id, value.getBytes(StandardCharsets.UTF_8));
    }

    /** The size as the shortest VINT (RFC 8794 section 4). */
    private static byte[] element(int id, byte[]... parts) {
        byte[] content = joined(parts);
        int idLength = (39 - Integer.numberOfLeadingZeros(id)) / 8;
        int length = 1;
        while (content.length >= (1L << 7 * length) - 1) {
            length++;
        }
        return joined(lowest(idLength, id), lowest(length, 1L << 7 * length | content.length), content);
    }
}
