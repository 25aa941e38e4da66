package io.arrtheaudio.kit;

import static io.arrtheaudio.kit.Pieces.joined;
import static io.arrtheaudio.kit.Pieces.lowest;

import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.TrackFlag;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * The bytes of a whole MP4 file of a few kilobytes (ISO/IEC 14496-12): {@code ftyp}, {@code moov} with one video track
 * before the audio tracks, {@code mdat}. Nothing in it can be decoded, everything can be parsed.
 *
 * @param audio its audio tracks: AAC, AC-3 or E-AC-3 with 1, 2 or 6 channels
 * @param moovLast whether {@code moov} lies behind {@code mdat}, as in files that were not made for streaming
 */
public record TinyMp4(List<AudioTrack> audio, boolean moovLast) {

    private static final Map<String, String> SAMPLE_ENTRIES = Map.of("aac", "mp4a", "ac3", "ac-3", "eac3", "ec-3");
    private static final byte[] MEDIA = "picture and sound".getBytes(StandardCharsets.US_ASCII);
    private static final int[] MATRIX = {0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000};

    /** Copies the list. */
    public TinyMp4 {
        audio = List.copyOf(audio);
    }

    /** With {@code moov} in front. */
    public static TinyMp4 with(List<AudioTrack> audio) {
        return new TinyMp4(audio, false);
    }

    /** The same with {@code moov} at the end. */
    public TinyMp4 withMoovLast() {
        return new TinyMp4(audio, true);
    }

    /** The file. */
    public byte[] toBytes() {
        byte[] ftyp = box("ftyp", ascii("isom"), ints(0x200), ascii("isomiso2mp41"));
        byte[] mdat = box("mdat", MEDIA);
        if (moovLast) {
            return joined(ftyp, mdat, moov(ftyp.length + 8));
        }
        int moovLength = moov(0).length;
        return joined(ftyp, moov(ftyp.length + moovLength + 8), mdat);
    }

    private byte[] moov(int mediaAt) {
        byte[] tracks = videoTrack(mediaAt);
        for (AudioTrack track : audio) {
            tracks = joined(tracks, audioTrack(track, mediaAt));
        }
        byte[] mvhd = full(
                "mvhd",
                0,
                ints(0, 0, 1000, 1000, 0x10000, 0x01000000, 0, 0),
                ints(MATRIX),
                ints(0, 0, 0, 0, 0, 0),
                ints(audio.size() + 2));
        return box("moov", mvhd, tracks);
    }

    private static byte[] videoTrack(int mediaAt) {
        byte[] entry = box(
                "mjpg",
                ints(0, 1),
                new byte[16],
                ints(0x00100010, 0x480000, 0x480000, 0, 0x10000),
                new byte[30],
                ints(0x0018FFFF));
        byte[] media = media("vide", Language.UNDETERMINED, full("vmhd", 1, ints(0, 0)), entry, mediaAt);
        return box("trak", tkhd(3, 1, 0, 0, 16), media);
    }

    private static byte[] audioTrack(AudioTrack track, int mediaAt) {
        int flags = track.is(TrackFlag.DEFAULT) ? 3 : 2; // bit 0: enabled, bit 1: in the presentation (clause 8.3.2)
        int group = track.is(TrackFlag.UNGROUPED) ? 0 : 1;
        byte[] media = media("soun", track.language(), full("smhd", 0, ints(0)), sampleEntry(track), mediaAt);
        byte[] about = joined(title(track), kinds(track));
        byte[] udta = about.length == 0 ? about : box("udta", about);
        return box("trak", tkhd(flags, track.position() + 1, group, 0x0100, 0), media, udta);
    }

    private static byte[] tkhd(int flags, int id, int group, int volume, int width) {
        return full(
                "tkhd",
                flags,
                ints(0, 0, id, 0, 1000, 0, 0, group, volume << 16),
                ints(MATRIX),
                ints(width << 16, width << 16));
    }

    private static byte[] media(String handler, Language language, byte[] kindHeader, byte[] entry, int mediaAt) {
        byte[] mdhd = full("mdhd", 0, ints(0, 0, 48_000, 48_000, packed(language.code()) << 16));
        byte[] elng = isPlain(language) ? new byte[0] : full("elng", 0, ascii(language + "\0"));
        byte[] hdlr = full("hdlr", 0, ints(0), ascii(handler), ints(0, 0, 0), new byte[1]);
        byte[] dinf = box("dinf", full("dref", 0, ints(1), full("url ", 1)));
        byte[] stbl = box(
                "stbl",
                full("stsd", 0, ints(1), entry),
                full("stts", 0, ints(1, 1, 48_000)),
                full("stsc", 0, ints(1, 1, 1, 1)),
                full("stsz", 0, ints(MEDIA.length, 1)),
                full("stco", 0, ints(1, mediaAt)));
        return box("mdia", mdhd, elng, hdlr, box("minf", kindHeader, dinf, stbl));
    }

    private static boolean isPlain(Language language) {
        return language.script().isEmpty() && language.region().isEmpty();
    }

    /** Three letters in five bits each (clause 8.4.2.3). */
    private static int packed(String code) {
        return code.charAt(0) - 0x60 << 10 | code.charAt(1) - 0x60 << 5 | code.charAt(2) - 0x60;
    }

    private static byte[] sampleEntry(AudioTrack track) {
        String type = SAMPLE_ENTRIES.get(track.codec());
        if (type == null) {
            throw new IllegalArgumentException(
                    "codec was '" + track.codec() + "' but must be one of " + SAMPLE_ENTRIES.keySet());
        }
        byte[] decoder = switch (track.codec()) {
            case "ac3" -> box("dac3", lowest(3, 8L << 17 | (long) layout(track) << 10 | 15 << 5));
            case "eac3" -> box("dec3", lowest(5, 192L << 27 | 16L << 17 | (long) layout(track) << 8));
            default -> esds(track.channels());
        };
        return box(type, ints(0, 1, 0, 0, track.channels() << 16 | 16, 0, 48_000 << 16), decoder);
    }

    /** AC-3's acmod and lfeon in four bits (ETSI TS 102 366 annex F). */
    private static int layout(AudioTrack track) {
        return switch (track.channels()) {
            case 1 -> 1 << 1;
            case 2 -> 2 << 1;
            case 6 -> 7 << 1 | 1;
            default ->
                throw new IllegalArgumentException("channels was " + track.channels() + " but must be 1, 2 or 6");
        };
    }

    /** An MPEG-4 elementary stream descriptor for AAC-LC at 48 kHz (ISO/IEC 14496-1 clause 7.2.6.5). */
    private static byte[] esds(int channels) {
        byte[] config = lowest(2, 2 << 11 | 3 << 7 | channels << 3);
        byte[] decoder = joined(new byte[] {0x40, 0x15, 0, 0, 0}, ints(128_000, 128_000), descriptor(5, config));
        byte[] stream = joined(new byte[3], descriptor(4, decoder), descriptor(6, new byte[] {2}));
        return full("esds", 0, descriptor(3, stream));
    }

    private static byte[] descriptor(int tag, byte[] content) {
        return joined(new byte[] {(byte) tag, (byte) content.length}, content);
    }

    private static byte[] title(AudioTrack track) {
        return track.title().isEmpty() ? new byte[0] : box("name", track.title().getBytes(StandardCharsets.UTF_8));
    }

    /** Roles of the MPEG-DASH role scheme, the way ffmpeg writes them (clause 8.10.4). */
    private static byte[] kinds(AudioTrack track) {
        return joined(
                kind(track, TrackFlag.COMMENTARY, "commentary"),
                kind(track, TrackFlag.VISUAL_IMPAIRED, "description"),
                kind(track, TrackFlag.HEARING_IMPAIRED, "enhanced-audio-intelligibility"),
                kind(track, TrackFlag.DUB, "dub"));
    }

    private static byte[] kind(AudioTrack track, TrackFlag flag, String role) {
        return track.is(flag) ? full("kind", 0, ascii("urn:mpeg:dash:role:2011\0" + role + "\0")) : new byte[0];
    }

    private static byte[] full(String type, int flags, byte[]... parts) {
        return box(type, ints(flags), joined(parts));
    }

    private static byte[] box(String type, byte[]... parts) {
        byte[] content = joined(parts);
        return joined(ints(8 + content.length), ascii(type), content);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] ints(int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(4 * values.length);
        for (int value : values) {
            buffer.putInt(value);
        }
        return buffer.array();
    }
}
