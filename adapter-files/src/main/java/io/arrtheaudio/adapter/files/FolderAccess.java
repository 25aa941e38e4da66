package io.arrtheaudio.adapter.files;

import io.arrtheaudio.domain.health.Finding;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Whether a folder is there and can be looked into. Writes nothing.
 *
 * @param subject what it is called in findings
 */
record FolderAccess(Path folder, String subject) {

    /** What is wrong; empty if nothing is. */
    Optional<Finding> problem() {
        return Files.isDirectory(folder) ? unreadable() : Optional.of(noFolder());
    }

    private Finding noFolder() {
        if (Files.exists(folder)) {
            return problem("it is a file and no folder", "name the folder in the settings, not something in it");
        }
        return Files.notExists(folder)
                ? problem("there is no such folder", "mount the disk it is on, or correct its path in the settings")
                : problem(
                        "this user may not look there", "give " + user() + " permission to enter the folders above it");
    }

    private Optional<Finding> unreadable() {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            boolean unused = entries.iterator().hasNext(); // opening alone does not read it
            return Optional.empty();
        } catch (DirectoryIteratorException e) {
            return Optional.of(unreadable(e.getCause()));
        } catch (IOException e) {
            return Optional.of(unreadable(e));
        }
    }

    private Finding unreadable(IOException problem) {
        return problem(
                "it cannot be read: " + DiskProblem.of(folder, problem),
                "give " + user() + " permission to read and enter it");
    }

    private static String user() {
        return System.getProperty("user.name");
    }

    private Finding problem(String found, String remedy) {
        return Finding.problem(subject, found, remedy);
    }
}
