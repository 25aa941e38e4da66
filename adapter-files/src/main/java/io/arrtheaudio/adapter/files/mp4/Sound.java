package io.arrtheaudio.adapter.files.mp4;

import java.util.Locale;

/**
 * How a track's sound is coded.
 *
 * @param codec a short lower-case name
 * @param channels 0 if not known
 */
record Sound(String codec, int channels) {

    /** For a track that does not tell. */
    static final Sound UNKNOWN = new Sound("unknown", 0);

    /** No format has more; a larger number is damage. */
    private static final int MOST_CHANNELS = 255;

    Sound {
        channels = channels < 0 || channels > MOST_CHANNELS ? 0 : channels;
    }

    /** The short name for the type of a sample entry (mp4ra.org, QTFF "Sound Sample Description"). */
    static String codecOf(String type) {
        return switch (type) {
            case "mp4a" -> "aac";
            case "ac-3", "AC-3", "sac3", "ms \0" -> "ac3";
            case "ec-3", "EC-3" -> "eac3";
            case "dtsc", "dtsh", "dtsl", "dtse", "dtsx" -> "dts";
            case "mlpa" -> "truehd";
            case ".mp3", "mp3 ", "ms\0U" -> "mp3";
            case ".mp2", "ms\0P" -> "mp2";
            case "lpcm", "ipcm", "fpcm", "sowt", "twos", "raw ", "NONE", "in24", "in32", "fl32", "fl64" -> "pcm";
            default ->
                type.toLowerCase(Locale.ROOT).replaceAll("[^\\x20-\\x7e]", "?").strip();
        };
    }
}
