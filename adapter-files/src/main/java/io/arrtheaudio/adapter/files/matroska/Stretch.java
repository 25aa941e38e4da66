package io.arrtheaudio.adapter.files.matroska;

/**
 * Some bytes of a file that lie side by side.
 *
 * @param offset of the first of them, from the file's start
 * @param unseen offset of the first byte that a tool need not see; {@code end} if it may want to see them all
 * @param end offset of the first byte behind them
 * @param isMedia whether this is a Cluster, of which nobody may change anything; its header is to be seen
 */
public record Stretch(long offset, long unseen, long end, boolean isMedia) {

    /** Checks the order of the offsets. */
    public Stretch {
        if (offset < 0 || unseen < offset || end < unseen) {
            throw new IllegalArgumentException(
                    "a stretch from byte " + offset + ", unseen from " + unseen + ", to " + end + " is none");
        }
    }

    /** Whether a tool may want to see all of it. */
    boolean isSeen() {
        return unseen == end;
    }
}
