package io.arrtheaudio.launcher.server.daemon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A connection to a daemon, for what no client of HTTP would send, or would not send so. */
final class RawCall implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;

    private RawCall(Socket socket) {
        this.socket = socket;
    }

    static RawCall to(RunningDaemon daemon) {
        try {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), daemon.port());
            socket.setSoTimeout(PATIENCE_MILLIS);
            return new RawCall(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first line and headers, with the key, and an empty line. */
    RawCall head(String firstLine, String... headers) {
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return text(firstLine + "\r\nHost: localhost\r\nX-Api-Key: " + RunningDaemon.KEY + "\r\n" + more + "\r\n");
    }

    RawCall text(String text) {
        if (!tryText(text)) {
            throw new AssertionError("the daemon hung up before it had all");
        }
        return this;
    }

    /** Whether the daemon still listens. */
    boolean tryText(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether an answer has begun. */
    boolean isAnswered() {
        try {
            return socket.getInputStream().available() > 0;
        } catch (IOException e) {
            return true;
        }
    }

    /** Waits for the answer, and passes over all but its status. */
    int status() {
        try {
            String line = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))
                    .readLine();
            if (line == null) {
                throw new AssertionError("the daemon hung up without a word");
            }
            return Integer.parseInt(line.split(" ")[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until this was said, and passes over it. */
    void awaitText(String text) {
        StringBuilder heard = new StringBuilder();
        byte[] buffer = new byte[4_096];
        try {
            while (heard.indexOf(text) < 0) {
                int bytes = socket.getInputStream().read(buffer);
                if (bytes < 0) {
                    throw new AssertionError("the daemon hung up after: " + heard);
                }
                heard.append(new String(buffer, 0, bytes, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("after: " + heard, e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
