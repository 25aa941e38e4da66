package io.arrtheaudio.adapter.javalin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A connection to a server, for what no client of HTTP would send. */
final class Wire implements AutoCloseable {

    private static final int LONGEST_MILLIS = 15_000;
    private static final int GLANCE_MILLIS = 5;

    private final Socket socket;

    Wire(int port) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(LONGEST_MILLIS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends lines, as headers are. */
    Wire lines(String... lines) {
        return text(String.join("\r\n", lines) + "\r\n\r\n");
    }

    Wire text(String text) {
        return bytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    Wire bytes(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the server has said something by now. */
    boolean hasAnswer() {
        try {
            socket.setSoTimeout(GLANCE_MILLIS);
            InputStream in = socket.getInputStream();
            if (in.available() > 0) {
                return true;
            }
            return first >= 0 || (first = in.read()) >= 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int first = -1;

    /** Everything that the server says until it hangs up. */
    Answer answer() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            socket.setSoTimeout(LONGEST_MILLIS);
            if (first >= 0) {
                all.write(first);
            }
            socket.getInputStream().transferTo(all);
        } catch (IOException e) {
            throw new UncheckedIOException("got only '" + all.toString(StandardCharsets.ISO_8859_1) + "'", e);
        }
        return parsed(all.toString(StandardCharsets.ISO_8859_1));
    }

    private static Answer parsed(String all) {
        int gap = all.indexOf("\r\n\r\n");
        if (gap < 0) {
            throw new AssertionError("no answer of HTTP: '" + all + "'");
        }
        String[] lines = all.substring(0, gap).split("\r\n");
        Map<String, List<String>> headers = new TreeMap<>();
        Arrays.stream(lines)
                .skip(1)
                .map(line -> line.split(": ?", 2))
                .forEach(pair -> headers.put(pair[0].toLowerCase(Locale.ROOT), List.of(pair[1])));
        return new Answer(Integer.parseInt(lines[0].split(" ")[1]), headers, all.substring(gap + 4));
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
