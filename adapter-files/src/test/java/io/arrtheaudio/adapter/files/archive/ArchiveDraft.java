package io.arrtheaudio.adapter.files.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/** An archive as somebody may make it who wants to do harm, block by block. */
final class ArchiveDraft {

    private final ByteArrayOutputStream tar = new ByteArrayOutputStream();

    /** A list of contents with these lines of files. */
    static ArchiveDraft listing(String... files) {
        String text = "arrtheaudio backup 1\nmade 2026-11-25T13:46:42Z\nprogram 0.1.0\nschema 4\nsecrets no\n"
                + String.join("\n", files) + "\n";
        return new ArchiveDraft().and(ContentsText.FILE_NAME, text);
    }

    static String line(String name, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return "file " + Sums.of(bytes) + " " + bytes.length + " " + name;
    }

    ArchiveDraft and(String name, String content) {
        return and(name, content, block -> {});
    }

    /** A file whose header was changed, its sum made right again. */
    ArchiveDraft and(String name, String content, Consumer<byte[]> change) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        byte[] block = new TarHeader("placeholder", bytes.length, Instant.EPOCH).block();
        Arrays.fill(block, 0, 100, (byte) 0);
        byte[] raw = name.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(raw, 0, block, 0, raw.length);
        change.accept(block);
        sum(block);
        return raw(block).raw(bytes).raw(new byte[TarHeader.padding(bytes.length)]);
    }

    ArchiveDraft raw(byte[] bytes) {
        tar.writeBytes(bytes);
        return this;
    }

    ArchiveDraft end() {
        return raw(new byte[2 * TarHeader.BLOCK]);
    }

    Path in(Path folder) {
        try {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write(tar.toByteArray());
            }
            return Files.write(folder.resolve("hostile.tar.gz"), packed.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sum(byte[] block) {
        Arrays.fill(block, 148, 156, (byte) ' ');
        int sum = 0;
        for (byte b : block) {
            sum += b & 0xff;
        }
        byte[] digits = String.format("%06o\0 ", sum).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(digits, 0, block, 148, digits.length);
    }
}
