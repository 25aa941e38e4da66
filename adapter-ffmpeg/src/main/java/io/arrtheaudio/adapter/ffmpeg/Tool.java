package io.arrtheaudio.adapter.ffmpeg;

import java.util.Locale;
import java.util.function.Function;

/** A program that can be run, and what it is needed for. */
enum Tool {
    FFPROBE("ffmpeg", "-version", 4, 4, "no file can be read by the tools engine", ToolSettings::ffprobe),
    FFMPEG("ffmpeg", "-version", 4, 4, "no MP4 file can be written anew", ToolSettings::ffmpeg),
    MKVPROPEDIT(
            "mkvtoolnix",
            "--version",
            50,
            0,
            "no Matroska file can be changed whose layout has no room for the built-in engine",
            ToolSettings::mkvpropedit),
    MKVMERGE(
            "mkvtoolnix",
            "--version",
            50,
            0,
            "languages of Matroska tracks are read without region and script, disabled tracks are not told apart, and "
                    + "mkvpropedit cannot be used",
            ToolSettings::mkvmerge);

    private final String packageName;
    private final String versionArgument;
    private final int oldestMajor;
    private final int oldestMinor;
    private final String without;
    private final Function<ToolSettings, String> nameOrPath;

    Tool(
            String packageName,
            String versionArgument,
            int oldestMajor,
            int oldestMinor,
            String without,
            Function<ToolSettings, String> nameOrPath) {
        this.packageName = packageName;
        this.versionArgument = versionArgument;
        this.oldestMajor = oldestMajor;
        this.oldestMinor = oldestMinor;
        this.without = without;
        this.nameOrPath = nameOrPath;
    }

    /** What distributions call the package that holds it. */
    String packageName() {
        return packageName;
    }

    /** Makes it print its version. */
    String versionArgument() {
        return versionArgument;
    }

    /** What cannot be done if it is missing. */
    String without() {
        return without;
    }

    String nameOrPath(ToolSettings settings) {
        return nameOrPath.apply(settings);
    }

    /**
     * ffmpeg reads and keeps roles of tracks and Dolby Vision since 4.4; mkvtoolnix tells BCP 47 languages and whether a
     * track is enabled since 50.
     */
    boolean accepts(ToolVersion version) {
        return version.isAtLeast(oldestMajor, oldestMinor);
    }

    String oldest() {
        return oldestMajor + "." + oldestMinor;
    }

    /** The usual name of the program. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
