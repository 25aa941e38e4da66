package io.arrtheaudio.adapter.javalin;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whom to believe about who is calling. What others say in these headers is what they wish to be taken for. */
final class Proxies {

    private final List<AddressRange> trusted;

    Proxies(List<AddressRange> trusted) {
        this.trusted = List.copyOf(trusted);
    }

    /**
     * The address of the caller: the peer's, or, if that is a trusted proxy, the right-most one of
     * {@code X-Forwarded-For} that is not. A hop that cannot be read ends the search at the proxy that told it.
     *
     * @param forwardedFor every such header in the order of the request
     */
    IpAddress client(IpAddress peer, Collection<String> forwardedFor) {
        List<String> hops = forwardedFor.stream()
                .flatMap(header -> Arrays.stream(header.split(",", -1)))
                .toList();
        IpAddress client = peer;
        for (int i = hops.size() - 1; i >= 0 && isTrusted(client); i--) {
            Optional<IpAddress> hop = IpAddress.readHop(hops.get(i));
            if (hop.isEmpty()) {
                return client;
            }
            client = hop.get();
        }
        return client;
    }

    /**
     * Whether the caller came by TLS, as far as the nearest proxy says; this server itself speaks none.
     *
     * @param forwardedProto every {@code X-Forwarded-Proto} in the order of the request
     */
    boolean isSecure(IpAddress peer, Collection<String> forwardedProto) {
        if (!isTrusted(peer) || forwardedProto.isEmpty()) {
            return false;
        }
        String all = String.join(",", forwardedProto);
        String nearest = all.substring(all.lastIndexOf(',') + 1);
        return nearest.strip().toLowerCase(Locale.ROOT).equals("https");
    }

    private boolean isTrusted(IpAddress address) {
        return trusted.stream().anyMatch(range -> range.holds(address));
    }

    /** Nobody is believed. */
    static Proxies none() {
        return new Proxies(Collections.emptyList());
    }
}
