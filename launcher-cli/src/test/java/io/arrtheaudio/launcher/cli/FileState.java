package io.arrtheaudio.launcher.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HexFormat;
import java.util.Map;

/**
 * Everything about a file that somebody could notice: two states are equal if it was not touched.
 *
 * @param content as hexadecimal digits
 * @param facts what the file system tells, the time of its last reading left out
 */
record FileState(String content, Map<String, Object> facts) {

    static FileState of(Path file) {
        try {
            String content = HexFormat.of().formatHex(Files.readAllBytes(file));
            return new FileState(
                    content, Files.readAttributes(file, "unix:ino,nlink,uid,gid,mode,size,lastModifiedTime,ctime"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the file system tells under a name. */
    Object fact(String name) {
        return facts.get(name);
    }

    FileTime modified() {
        return (FileTime) facts.get("lastModifiedTime");
    }
}
