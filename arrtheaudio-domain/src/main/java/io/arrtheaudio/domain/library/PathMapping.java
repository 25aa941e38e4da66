package io.arrtheaudio.domain.library;

import java.nio.file.Path;

/**
 * Where a folder of Sonarr's or Radarr's machine is here.
 *
 * @param remote the folder as the app names it: {@code /tv}, {@code C:\TV}, {@code \\nas\tv}
 * @param local the same folder here
 */
public record PathMapping(String remote, Path local) {

    /** Checks the values. */
    public PathMapping {
        if (RemotePath.read(remote).isEmpty()) {
            throw new IllegalArgumentException("remote was '" + remote
                    + "' but must be an absolute folder without '..', such as '/tv', 'C:\\TV' or '\\\\nas\\tv'");
        }
        if (!local.isAbsolute()) {
            throw new IllegalArgumentException("local was '" + local + "' but must be absolute");
        }
    }

    /** The folder on the other machine, as paths are compared. */
    RemotePath from() {
        return RemotePath.read(remote).orElseThrow();
    }

    /** Whether both are about one folder of the other machine, however it is written. */
    public boolean hasRemoteOf(PathMapping other) {
        return from().equals(other.from());
    }

    /** As it is written in the settings: {@code /tv -> /data/media/tv}. */
    @Override
    public String toString() {
        return remote + " -> " + local;
    }
}
