package io.arrtheaudio.service;

/** What to do with a file that has more than one name, perhaps a seeding torrent. */
public enum HardlinkRule {
    /** Leave it alone. */
    SKIP,
    /** Change it in place: every name shows the change, and a torrent of it is damaged. */
    EDIT
}
