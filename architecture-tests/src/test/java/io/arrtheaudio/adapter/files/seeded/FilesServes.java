package io.arrtheaudio.adapter.files.seeded;

import org.eclipse.jetty.server.Server;

/** Breaks R10, Jetty. */
public final class FilesServes {

    Server server() {
        return new Server();
    }
}
