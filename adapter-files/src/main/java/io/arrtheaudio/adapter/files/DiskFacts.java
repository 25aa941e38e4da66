package io.arrtheaudio.adapter.files;

import io.arrtheaudio.domain.edit.FileIdentity;
import io.arrtheaudio.port.out.FileFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;

/** Reads what a file system tells about one path in one call, as much as it knows. */
final class DiskFacts {

    private static final String KNOWN_EVERYWHERE = "fileKey,size,lastModifiedTime,isRegularFile";

    private DiskFacts() {}

    /** Looks at a path whose symbolic links are resolved; one that is a link all the same is not followed. */
    static FileFacts of(Path real) throws IOException {
        boolean tellsLinks = real.getFileSystem().supportedFileAttributeViews().contains("unix");
        Map<String, Object> told = Files.readAttributes(
                real, tellsLinks ? "unix:nlink," + KNOWN_EVERYWHERE : KNOWN_EVERYWHERE, LinkOption.NOFOLLOW_LINKS);
        FileIdentity identity = new FileIdentity(
                real,
                Objects.toString(told.get("fileKey"), ""),
                (long) told.get("size"),
                ((FileTime) told.get("lastModifiedTime")).toInstant());
        int links = tellsLinks ? (int) told.get("nlink") : 0;
        return new FileFacts(identity, (boolean) told.get("isRegularFile"), Files.isWritable(real), links);
    }
}
