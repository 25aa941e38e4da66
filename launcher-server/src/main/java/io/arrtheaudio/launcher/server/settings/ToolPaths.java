package io.arrtheaudio.launcher.server.settings;

/**
 * Which programs are meant: bare names, which are looked for in {@code PATH}, or absolute paths.
 *
 * @param ffprobe reads files
 * @param ffmpeg writes MP4 files anew
 * @param mkvpropedit changes Matroska files
 * @param mkvmerge reads Matroska files
 */
public record ToolPaths(String ffprobe, String ffmpeg, String mkvpropedit, String mkvmerge) {

    /** Whatever {@code PATH} leads to. */
    public static final ToolPaths DEFAULT = new ToolPaths("ffprobe", "ffmpeg", "mkvpropedit", "mkvmerge");

    /** Checks the values. */
    public ToolPaths {
        expectName("ffprobe", ffprobe);
        expectName("ffmpeg", ffmpeg);
        expectName("mkvpropedit", mkvpropedit);
        expectName("mkvmerge", mkvmerge);
    }

    private static void expectName(String tool, String path) {
        if (path.isBlank()) {
            throw new IllegalArgumentException(tool + " was empty but must be the name of a program or its path");
        }
    }
}
