package io.arrtheaudio.service;

/** What to do with a file that has more than one name, perhaps a seeding torrent. */
public enum HardlinkRule {
    /** Leave it alone. */
    SKIP,
    /** Change a copy, which takes its place under this one name; the other names keep the old bytes. */
    COPY,
    /** Change it in place: every name shows the change, and a torrent of it is damaged. */
    EDIT
}
