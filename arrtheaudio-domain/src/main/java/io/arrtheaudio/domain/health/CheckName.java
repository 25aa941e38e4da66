package io.arrtheaudio.domain.health;

import java.util.Locale;

/** What is looked after, by the names that those who watch a server know. */
public enum CheckName {
    /** Reads files for the tools engine. */
    FFPROBE,
    /** Changes Matroska files that the built-in engine declines. */
    MKVPROPEDIT,
    /** Writes MP4 files anew. */
    FFMPEG,
    /** Jobs and changes can be stored and read. */
    DATABASE,
    /** TMDB answers. */
    TMDB_API,
    /** There is room where media and the program's own data are. */
    DISK_SPACE,
    /** What is queued is taken up, and there is room for more. */
    QUEUE,
    /** Workers live, and what they have in hand moves. */
    WORKERS,
    /** No threads wait for each other for ever. */
    DEADLOCK,
    /** The folders of media are there, and what is told of can be found in them. */
    LIBRARIES;

    /** {@code disk_space}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
