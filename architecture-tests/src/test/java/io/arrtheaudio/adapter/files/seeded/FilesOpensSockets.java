package io.arrtheaudio.adapter.files.seeded;

import java.net.Socket;

/** Breaks R10, sockets. */
public final class FilesOpensSockets {

    Socket socket() {
        return new Socket();
    }
}
