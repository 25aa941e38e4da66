package io.arrtheaudio.adapter.files.archive;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Why a file cannot be written, and what to do. */
final class Unwritable {

    private Unwritable() {}

    /** @param what the file is to be, for people: "the backup" */
    static AudioFixException because(String what, Path file, IOException cause) {
        String attempt = "cannot write " + what + " " + file + ": ";
        if (cause instanceof FileAlreadyExistsException) {
            return new AudioFixException(
                    Remedy.FIX_SETTINGS, attempt + "there is a file of that name; name another", cause);
        }
        if (cause instanceof NoSuchFileException) {
            return new AudioFixException(
                    Remedy.FIX_SETTINGS, attempt + "there is no such folder; make it, or name another", cause);
        }
        String words = String.valueOf(cause.getMessage());
        return words.contains("No space left") || words.contains("quota")
                ? AudioFixException.diskFull(attempt + "the disk is full; make room", cause)
                : new AudioFixException(Remedy.FIX_SETTINGS, attempt + cause + "; let this user write there", cause);
    }
}
