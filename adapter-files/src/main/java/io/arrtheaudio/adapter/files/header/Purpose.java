package io.arrtheaudio.adapter.files.header;

/** What a file is read for, and how much of it may be read for that, whatever the file claims about itself. */
public enum Purpose {
    /** Its audio tracks, and bytes that change their flags. */
    AUDIO_TRACKS("read audio tracks of", 2_048, 48, 20_000),
    /** Everything that it holds, without the media data. */
    INVENTORY("list what is in", 20_000, 512, 250_000),
    /** Where its media data lies: a glance at each Cluster. */
    OUTLINE("find the media data of", 2_048, 48, 250_000);

    private final String attempt;
    private final int mostReads;
    private final long mostBytes;
    private final int mostGlances;

    Purpose(String attempt, int mostReads, int mostMebibytes, int mostGlances) {
        this.attempt = attempt;
        this.mostReads = mostReads;
        this.mostBytes = mostMebibytes * 1024L * 1024;
        this.mostGlances = mostGlances;
    }

    /** For messages: "cannot", this, the file's name. */
    String attempt() {
        return attempt;
    }

    int mostReads() {
        return mostReads;
    }

    long mostBytes() {
        return mostBytes;
    }

    int mostGlances() {
        return mostGlances;
    }
}
