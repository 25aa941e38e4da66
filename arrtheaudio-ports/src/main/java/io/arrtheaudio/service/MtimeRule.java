package io.arrtheaudio.service;

/** The modification time of a file that was changed. */
public enum MtimeRule {
    /** It becomes the time of the change, so that players look at the file again. */
    TOUCH,
    /** It stays as it was. */
    PRESERVE
}
