package io.arrtheaudio.adapter.files;

import io.arrtheaudio.domain.library.Glob;
import io.arrtheaudio.domain.media.Container;
import io.arrtheaudio.port.out.FindOptions;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Decides by name alone what a walk looks at. */
final class NameFilter {

    /** Folders that network storage (Synology, QNAP), Windows and ext4 make for themselves, in lower case. */
    private static final Set<String> NOT_THE_USERS = Set.of(
            "@eadir",
            "#recycle",
            "#snapshot",
            "@recycle",
            "@recently-snapshot",
            "$recycle.bin",
            "system volume information",
            "lost+found");

    private final FindOptions options;

    NameFilter(FindOptions options) {
        this.options = options;
    }

    /** Whether an entry is nobody's business, or excluded. {@code .Trash-1000} is hidden like every leading dot. */
    boolean passesBy(String name, String belowRoot) {
        return name.startsWith(".")
                || NOT_THE_USERS.contains(name.toLowerCase(Locale.ROOT))
                || fitsOne(options.exclude(), name, belowRoot);
    }

    /** Whether a file of this name is looked for. */
    boolean wants(String name, String belowRoot) {
        return options.include().isEmpty()
                ? Container.promisedBy(name).isPresent()
                : fitsOne(options.include(), name, belowRoot);
    }

    private static boolean fitsOne(List<Glob> globs, String name, String belowRoot) {
        for (Glob glob : globs) {
            if (glob.matches(glob.namesFolders() ? belowRoot : name)) {
                return true;
            }
        }
        return false;
    }
}
