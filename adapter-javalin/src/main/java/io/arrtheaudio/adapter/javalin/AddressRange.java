package io.arrtheaudio.adapter.javalin;

import java.util.Optional;

/**
 * Addresses that begin alike, such as {@code 172.16.0.0/12} or {@code fd00::/8}; a single one has all its bits.
 *
 * @param network the first of them
 * @param bits how many bits are alike, counted in 128
 */
record AddressRange(IpAddress network, int bits) {

    private static final int ALL = 128;
    private static final int OF_IPV4 = 32;

    /**
     * Reads an address or a range.
     *
     * @throws IllegalArgumentException if it is neither
     */
    static AddressRange read(String text) {
        String[] parts = text.strip().split("/", 2);
        Optional<IpAddress> address = IpAddress.read(parts[0]);
        int most = address.filter(IpAddress::isIpv4).isPresent() ? OF_IPV4 : ALL;
        int told = parts.length == 1 ? most : length(parts[1]);
        if (address.isEmpty() || told < 0 || told > most) {
            throw new IllegalArgumentException("api.trusted_proxies holds '" + text
                    + "' but must hold addresses or ranges such as 192.168.1.2, 172.16.0.0/12 or fd00::/8");
        }
        int bits = ALL - most + told;
        return new AddressRange(address.get().network(bits), bits);
    }

    private static int length(String text) {
        return text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : -1;
    }

    boolean holds(IpAddress address) {
        return address.network(bits).equals(network);
    }
}
