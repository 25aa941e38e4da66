package io.arrtheaudio.adapter.cli;

import java.util.List;
import java.util.Locale;

/** Says numbers of bytes as people, and disks, do: in steps of a thousand. */
final class ByteCount {

    private static final List<String> UNITS = List.of("kB", "MB", "GB", "TB", "PB", "EB");

    private ByteCount() {}

    /** {@code 1 byte}, {@code 999 bytes}, {@code 4.2 GB}, {@code 20 GB}. */
    static String said(long bytes) {
        if (bytes < 1_000) {
            return bytes + (bytes == 1 ? " byte" : " bytes");
        }
        double count = bytes;
        int unit = -1;
        while (count >= 999.5) {
            count /= 1_000;
            unit++;
        }
        String number = count < 9.95 ? String.format(Locale.ROOT, "%.1f", count) : String.valueOf(Math.round(count));
        return number + " " + UNITS.get(unit);
    }
}
