package io.arrtheaudio.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Media files to measure on: English, Japanese and Italian audio, English the default. */
final class Films {

    private static final String SIZE = "1280x720";
    private static final List<String> LANGUAGES = List.of("eng", "jpn", "ita");
    private static final int NOISE = 5;
    private static final int MEGABYTE = 1_000_000;
    private static final int A_FRAME = 400_000;

    private final Path folder;

    Films(Path folder) {
        this.folder = folder;
    }

    /**
     * A real file of about so many MB, muxed by ffmpeg: a few MB of noise, over and over. Its data is on disk when this
     * returns.
     */
    Path real(String extension, int megabytes) throws IOException, InterruptedException {
        Path file = folder.resolve("real-" + megabytes + "." + extension);
        if (megabytes <= NOISE) {
            encode(file, megabytes);
        } else {
            Path noise = folder.resolve("noise." + extension);
            encode(noise, NOISE);
            repeat(noise, file, megabytes);
            Files.delete(noise);
        }
        force(file);
        return file;
    }

    private static void encode(Path file, int megabytes) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(words("ffmpeg -v error -y -f rawvideo -pix_fmt yuv420p -r 25"));
        command.addAll(List.of("-s", SIZE, "-i", "/dev/urandom"));
        for (String language : LANGUAGES) {
            command.addAll(List.of("-f", "lavfi", "-i", "sine=frequency=" + language.hashCode() % 500));
        }
        command.addAll(words("-map 0:v -map 1:a -map 2:a -map 3:a -c:v mjpeg -q:v 12 -c:a aac -b:a 64k -shortest"));
        for (int i = 0; i < LANGUAGES.size(); i++) {
            command.addAll(List.of("-metadata:s:a:" + i, "language=" + LANGUAGES.get(i)));
        }
        int frames = Math.max(2, megabytes * MEGABYTE / A_FRAME);
        command.addAll(words("-disposition:a:0 default -fs " + megabytes * MEGABYTE + " -frames:v " + frames * 8));
        command.add(file.toString());
        Tool.run(command);
    }

    private static void repeat(Path noise, Path file, int megabytes) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(words("ffmpeg -v error -y -stream_loop -1 -i"));
        command.add(noise.toString());
        command.addAll(words("-map 0 -c copy -fs " + megabytes + "000000"));
        command.add(file.toString());
        Tool.run(command);
    }

    private static List<String> words(String line) {
        return List.of(line.split(" "));
    }

    /** A file whose media data is a hole of so many bytes: its header is real, and reading it costs what it always does. */
    Path sparse(String extension, Path small, long bytes) throws IOException {
        Path file = folder.resolve("sparse-" + bytes / 1_000_000 + "." + extension);
        byte[] content = Files.readAllBytes(small);
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            if (extension.equals("mkv")) {
                growMatroska(channel, content, bytes);
            } else {
                growMp4(channel, content, bytes);
            }
            channel.force(true);
        }
        return file;
    }

    /** Appends a Void element of the missing bytes and corrects the Segment's eight-byte size. */
    private static void growMatroska(FileChannel to, byte[] content, long bytes) throws IOException {
        int segment = indexOf(content, new byte[] {0x18, 0x53, (byte) 0x80, 0x67}) + 4;
        ByteBuffer.wrap(content).putLong(segment, bytes - segment - 8 | 1L << 56);
        to.write(ByteBuffer.wrap(content), 0);
        ByteBuffer gap = ByteBuffer.allocate(9).put((byte) 0xEC).putLong(bytes - content.length - 9 | 1L << 56);
        to.write(gap.flip(), content.length);
        to.write(ByteBuffer.wrap(new byte[1]), bytes - 1);
    }

    /** Makes the mdat box larger by a hole, so that moov lies behind it; ffmpeg left room for a 64-bit size. */
    private static void growMp4(FileChannel to, byte[] content, long bytes) throws IOException {
        int mdat = indexOf(content, "mdat".getBytes(StandardCharsets.US_ASCII)) - 4;
        int moov = mdat + ByteBuffer.wrap(content).getInt(mdat);
        long hole = bytes - content.length;
        ByteBuffer header = ByteBuffer.allocate(16).putInt(1).put("mdat".getBytes(StandardCharsets.US_ASCII));
        header.putLong(moov - (mdat - 8) + hole).flip();
        to.write(ByteBuffer.wrap(content, 0, moov), 0);
        to.write(header, mdat - 8);
        to.write(ByteBuffer.wrap(content, moov, content.length - moov), moov + hole);
    }

    /** Writes everything of a file to disk, so that a later force pays only for its own bytes. */
    static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static int indexOf(byte[] content, byte[] wanted) {
        for (int i = 0; i < content.length - wanted.length; i++) {
            if (ByteBuffer.wrap(content, i, wanted.length).equals(ByteBuffer.wrap(wanted))) {
                return i;
            }
        }
        throw new IllegalArgumentException("no such bytes");
    }
}
