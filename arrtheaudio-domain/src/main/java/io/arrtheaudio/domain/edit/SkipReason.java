package io.arrtheaudio.domain.edit;

import java.util.Locale;

/** Why a file was left alone although nothing went wrong. */
public enum SkipReason {
    /** It has other names (hard links), perhaps a seeding torrent; or its link count cannot be read. */
    HARDLINKED,
    /** It lies, symbolic links resolved, outside the folders the caller may touch. */
    OUTSIDE_ROOTS,
    /** It changed a moment ago and may still be copied. */
    TOO_FRESH,
    /** Its content is no Matroska and no MP4. */
    UNSUPPORTED_CONTAINER,
    /** The engine cannot make the change within the bytes that are there. */
    UNSUPPORTED_LAYOUT,
    /** The settings switch this container off. */
    CONTAINER_OFF,
    /** Its last change was taken back by the user. */
    UNDONE,
    /** So much was copied for files with several names that the limit is reached. */
    COPY_LIMIT,
    /** A copy would not have the owner, the permissions or the attributes that the file has. */
    WOULD_CHANGE_OWNER,
    /** A tool would drop something that is in the file. */
    WOULD_LOSE_DATA,
    /** Its MP4 audio tracks are no alternatives of each other, and the settings leave such files alone. */
    UNGROUPED_TRACKS;

    /** The word for it in output and statistics: {@code hardlinked}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
