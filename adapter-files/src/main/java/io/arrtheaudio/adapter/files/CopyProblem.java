package io.arrtheaudio.adapter.files;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Says for people why a copy did not come to be. Words of cp and of the C library are English here. */
final class CopyProblem {

    private static final Pattern FULL = Pattern.compile("No space left on device|Disk quota exceeded");
    private static final Pattern FORBIDDEN = Pattern.compile("Permission denied|Read-only file system");
    /** BusyBox, macOS and others do not know the options. */
    private static final Pattern OTHER_PROGRAM =
            Pattern.compile("(?i)(unrecognized|unknown|invalid|illegal|unexpected) (option|argument)|usage:");

    private static final String INSTALL = "install GNU coreutils, or set 'hardlinks' to 'skip'";

    private CopyProblem() {}

    /** Whether a disk took no more. */
    static boolean isFull(String words) {
        return FULL.matcher(words).find();
    }

    /** Whether cp worked, but not with these files. */
    static boolean isOfTheFiles(CloningCopy.End end) {
        return end.kind() == CloningCopy.Kind.FAILED
                && !OTHER_PROGRAM.matcher(end.words()).find();
    }

    /**
     * What to throw when it is not done.
     *
     * @param written how many bytes it came to
     * @param expected how many there are
     */
    static AudioFixException of(CloningCopy.End end, Path file, long written, long expected) {
        String soFar = " after " + written + " of " + expected + " bytes";
        return switch (end.kind()) {
            case MISSING ->
                problem(Remedy.FIX_SETTINGS, file, "the program cp does not run (" + end.words() + "); " + INSTALL);
            case CANCELLED -> problem(Remedy.RETRY_LATER, file, "it was cancelled" + soFar);
            case STOPPED ->
                AudioFixException.stopping("cannot copy " + file + ": the program is being stopped" + soFar);
            case STALLED ->
                problem(
                        Remedy.RETRY_LATER,
                        file,
                        "cp was ended" + soFar + ", see whether the disk answers: " + end.words());
            case FAILED -> failed(end.words(), file, written, expected);
            case DONE -> throw new IllegalArgumentException("the copy of " + file + " is done");
        };
    }

    private static AudioFixException failed(String words, Path file, long written, long expected) {
        if (OTHER_PROGRAM.matcher(words).find()) {
            return problem(Remedy.FIX_SETTINGS, file, "this cp is not the one of GNU (" + words + "); " + INSTALL);
        }
        if (isFull(words)) {
            return AudioFixException.diskFull("cannot copy " + file
                    + ": the disk is full: of " + expected + " bytes " + (expected - written)
                    + " found no room; free some");
        }
        Remedy remedy = FORBIDDEN.matcher(words).find() ? Remedy.FIX_FILE : Remedy.RETRY_LATER;
        return problem(remedy, file, words.isEmpty() ? "cp failed without a word" : words);
    }

    private static AudioFixException problem(Remedy remedy, Path file, String what) {
        return new AudioFixException(remedy, "cannot copy " + file + ": " + what);
    }
}
