package io.arrtheaudio.adapter.jdbi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who the program runs as, in the words in which the owner of a file is told. */
final class CurrentUser {

    private static final Logger LOG = LoggerFactory.getLogger(CurrentUser.class);
    private static final String UNKNOWN = "?";
    private static final Path SELF = Path.of("/proc/self");

    private CurrentUser() {}

    /** The name, or the number where the system has no name for it, as in containers that run as any user. */
    static String name() {
        String name = System.getProperty("user.name");
        if (!UNKNOWN.equals(name)) {
            return name;
        }
        try {
            return Files.getOwner(SELF).getName(); // Java knows names only
        } catch (IOException e) {
            LOG.debug("cannot tell the number of this user", e);
            return name;
        }
    }
}
