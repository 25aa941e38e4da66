package io.arrtheaudio.adapter.javalin;

import java.util.Arrays;
import java.util.Optional;

/**
 * An address of IPv6, or of IPv4 in its IPv6 form (RFC 4291 section 2.5.5.2), so that both ways to write the same host are
 * one. Read here and not by the JDK, which would ask a name server about anything that is no address.
 *
 * @param high the first 64 bits
 * @param low the others
 */
record IpAddress(long high, long low) {

    private static final long MAPPED = 0xFFFFL << 32;
    private static final int GROUPS = 8;

    /**
     * Reads an address as it stands in a header or comes from the JDK: in brackets or not, with a zone (left out) or not.
     *
     * @return empty if the text is none
     */
    static Optional<IpAddress> read(String text) {
        String plain = text.strip();
        if (plain.startsWith("[") && plain.endsWith("]")) {
            plain = plain.substring(1, plain.length() - 1);
        }
        int zone = plain.indexOf('%');
        plain = zone < 0 ? plain : plain.substring(0, zone);
        return plain.indexOf(':') < 0 ? readIpv4(plain).map(IpAddress::mapped) : readIpv6(plain);
    }

    /**
     * Reads a hop of {@code X-Forwarded-For}, which may have a port behind it: {@code 192.0.2.7:4711},
     * {@code [2001:db8::1]:4711}.
     */
    static Optional<IpAddress> readHop(String hop) {
        String plain = hop.strip().replace("\"", "");
        int bracket = plain.indexOf(']');
        if (plain.startsWith("[") && bracket > 0) {
            return read(plain.substring(0, bracket + 1));
        }
        int colon = plain.indexOf(':');
        return colon > 0 && colon == plain.lastIndexOf(':') ? read(plain.substring(0, colon)) : read(plain);
    }

    private static IpAddress mapped(long ipv4) {
        return new IpAddress(0, MAPPED | ipv4);
    }

    private static Optional<Long> readIpv4(String text) {
        if (!text.matches("([0-9]{1,3}\\.){3}[0-9]{1,3}")) {
            return Optional.empty();
        }
        long bits = 0;
        for (String part : text.split("\\.")) {
            int number = Integer.parseInt(part);
            if (number > 255) {
                return Optional.empty();
            }
            bits = bits << 8 | number;
        }
        return Optional.of(bits);
    }

    private static Optional<IpAddress> readIpv6(String text) {
        Optional<String> groups = withoutIpv4(text);
        return groups.flatMap(plain -> {
            int gap = plain.indexOf("::");
            if (gap < 0) {
                return fromGroups(plain.split(":", -1));
            }
            String before = plain.substring(0, gap);
            String after = plain.substring(gap + 2);
            return fromGroups(filled(before, after));
        });
    }

    /** With the IPv4 address at the end of {@code ::ffff:192.0.2.7} written as two groups. */
    private static Optional<String> withoutIpv4(String text) {
        int last = text.lastIndexOf(':');
        if (text.indexOf('.') < 0) {
            return Optional.of(text);
        }
        return readIpv4(text.substring(last + 1))
                .map(bits -> text.substring(0, last + 1) + Long.toHexString(bits >> 16) + ":"
                        + Long.toHexString(bits & 0xFFFF));
    }

    private static String[] filled(String before, String after) {
        String[] left = before.isEmpty() ? new String[0] : before.split(":", -1);
        String[] right = after.isEmpty() ? new String[0] : after.split(":", -1);
        if (left.length + right.length >= GROUPS) {
            return new String[0];
        }
        String[] all = new String[GROUPS];
        Arrays.fill(all, "0");
        System.arraycopy(left, 0, all, 0, left.length);
        System.arraycopy(right, 0, all, GROUPS - right.length, right.length);
        return all;
    }

    private static Optional<IpAddress> fromGroups(String[] groups) {
        if (groups.length != GROUPS) {
            return Optional.empty();
        }
        long[] halves = new long[2];
        for (int i = 0; i < GROUPS; i++) {
            if (!groups[i].matches("[0-9a-fA-F]{1,4}")) {
                return Optional.empty();
            }
            halves[i / 4] = halves[i / 4] << 16 | Integer.parseInt(groups[i], 16);
        }
        return Optional.of(new IpAddress(halves[0], halves[1]));
    }

    boolean isIpv4() {
        return high == 0 && low >>> 32 == 0xFFFF;
    }

    /** What is one client for limits: an address of IPv4, or the network of 64 bits that a host of IPv6 has for itself. */
    String site() {
        return isIpv4() ? toString() : network(Long.SIZE).toString();
    }

    /** With all but the first bits cleared. */
    IpAddress network(int bits) {
        return new IpAddress(high & mask(bits), low & mask(bits - Long.SIZE));
    }

    private static long mask(int bits) {
        if (bits <= 0) {
            return 0;
        }
        return bits >= Long.SIZE ? -1 : -1L << Long.SIZE - bits;
    }

    /** As the JDK and logs write it: dotted for IPv4, eight groups for IPv6. */
    @Override
    public String toString() {
        if (isIpv4()) {
            return (low >>> 24 & 0xFF) + "." + (low >>> 16 & 0xFF) + "." + (low >>> 8 & 0xFF) + "." + (low & 0xFF);
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS; i++) {
            long half = i < GROUPS / 2 ? high : low;
            text.append(i == 0 ? "" : ":").append(Long.toHexString(half >>> 48 - 16 * (i % 4) & 0xFFFF));
        }
        return text.toString();
    }
}
