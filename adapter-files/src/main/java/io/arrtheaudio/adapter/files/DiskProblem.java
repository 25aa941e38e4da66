package io.arrtheaudio.adapter.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Says for people what a file system found wrong with a path. */
final class DiskProblem {

    private DiskProblem() {}

    static String of(Path path, IOException problem) {
        if (problem instanceof NoSuchFileException) {
            return Files.isSymbolicLink(path)
                    ? "it is a symbolic link to something that is not there"
                    : "there is no such file";
        }
        if (problem instanceof AccessDeniedException) {
            return "this user may not; change the permissions of it or of the folders above it";
        }
        if (problem instanceof FileSystemLoopException) {
            return "it is a symbolic link that leads back to itself";
        }
        if (problem instanceof NotDirectoryException) {
            return "it is not a folder";
        }
        boolean hasReason = problem instanceof FileSystemException told && told.getReason() != null;
        return hasReason ? ((FileSystemException) problem).getReason() : problem.toString();
    }
}
