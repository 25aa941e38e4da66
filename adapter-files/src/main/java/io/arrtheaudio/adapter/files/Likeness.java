package io.arrtheaudio.adapter.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares what Java can read of two files: owner, group, mode, and extended attributes of the user's own namespace
 * ({@code xattr(7)}). Where there are access lists, the group's bits of the mode show their mask ({@code acl(5)}).
 */
final class Likeness {

    private static final Logger LOG = LoggerFactory.getLogger(Likeness.class);
    private static final String UNIX = "unix:uid,gid,mode";
    private static final int PERMISSIONS = 0b111_111_111_111;

    private Likeness() {}

    /** What the other has otherwise, for people; empty if nothing. */
    static List<String> differences(Path file, Path other) throws IOException {
        List<String> found = new ArrayList<>();
        if (file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            Map<String, Object> wanted = Files.readAttributes(file, UNIX, LinkOption.NOFOLLOW_LINKS);
            Map<String, Object> there = Files.readAttributes(other, UNIX, LinkOption.NOFOLLOW_LINKS);
            compare("owner", String.valueOf(wanted.get("uid")), String.valueOf(there.get("uid")), found);
            compare("group", String.valueOf(wanted.get("gid")), String.valueOf(there.get("gid")), found);
            compare("mode", mode(wanted), mode(there), found);
        }
        if (!attributes(file).equals(attributes(other))) {
            found.add("other extended attributes");
        }
        return found;
    }

    private static void compare(String what, String wanted, String there, List<String> found) {
        if (!wanted.equals(there)) {
            found.add(what + " " + there + " instead of " + wanted);
        }
    }

    private static String mode(Map<String, Object> told) {
        return Integer.toOctalString((int) told.get("mode") & PERMISSIONS);
    }

    /** None where the file system knows no such thing. */
    private static Map<String, ByteBuffer> attributes(Path file) {
        UserDefinedFileAttributeView view =
                Files.getFileAttributeView(file, UserDefinedFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        Map<String, ByteBuffer> values = new TreeMap<>();
        try {
            for (String name : view == null ? List.<String>of() : view.list()) {
                ByteBuffer value = ByteBuffer.allocate(view.size(name));
                view.read(name, value);
                values.put(name, value.flip());
            }
        } catch (IOException e) {
            LOG.debug("cannot read the extended attributes of {}", file, e);
        }
        return values;
    }
}
