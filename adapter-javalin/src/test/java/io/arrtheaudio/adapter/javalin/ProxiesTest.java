package io.arrtheaudio.adapter.javalin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {

    private final Proxies proxies = new Proxies(List.of(
            AddressRange.read("172.16.0.0/12"), AddressRange.read("fd00::/8"), AddressRange.read("192.168.1.2")));

    private static IpAddress ip(String text) {
        return IpAddress.read(text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.1 | 198.51.100.9 | 203.0.113.1",
                "172.17.0.2 | 198.51.100.9 | 198.51.100.9",
                "172.17.0.2 | 1.1.1.1, 198.51.100.9 | 198.51.100.9",
                "172.17.0.2 | 198.51.100.9, 172.18.0.3, 192.168.1.2 | 198.51.100.9",
                "172.17.0.2 | 172.18.0.3 | 172.18.0.3",
                "172.17.0.2 | 198.51.100.9, unknown | 172.17.0.2",
                "172.17.0.2 | 198.51.100.9, unknown, 172.18.0.3 | 172.18.0.3",
                "172.17.0.2 | '' | 172.17.0.2",
                "172.17.0.2 | , , | 172.17.0.2",
                "172.17.0.2 | 198.51.100.9:4711 | 198.51.100.9",
                "fd00::1 | [2001:db8::1]:4711 | 2001:db8:0:0:0:0:0:1",
                "::ffff:172.17.0.2 | 198.51.100.9 | 198.51.100.9",
                "192.168.1.3 | 198.51.100.9 | 192.168.1.3"
            })
    void the_nearest_address_that_is_no_trusted_proxy_calls(String peer, String forwarded, String client) {
        assertThat(proxies.client(ip(peer), List.of(forwarded))).hasToString(client);
        assertThat(proxies.client(ip(peer), Arrays.asList(forwarded.split(","))))
                .hasToString(client);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "172.17.0.2 | https | true",
                "172.17.0.2 | HTTPS | true",
                "172.17.0.2 | http, https | true",
                "172.17.0.2 | https, http | false",
                "172.17.0.2 | http | false",
                "203.0.113.1 | https | false"
            })
    void only_a_trusted_proxy_says_that_it_is_tls(String peer, String told, boolean isSecure) {
        assertThat(proxies.isSecure(ip(peer), List.of(told))).isEqualTo(isSecure);
    }

    @Test
    void without_headers_the_peer_calls() {
        assertThat(proxies.client(ip("172.17.0.2"), List.of())).hasToString("172.17.0.2");
        assertThat(proxies.isSecure(ip("172.17.0.2"), List.of())).isFalse();
        assertThat(Proxies.none().client(ip("10.0.0.1"), List.of("1.1.1.1"))).hasToString("10.0.0.1");
    }

    @ParameterizedTest
    @CsvSource({
        "172.16.0.0/12, 172.31.255.255, true",
        "172.16.0.0/12, 172.32.0.0, false",
        "0.0.0.0/0, 8.8.8.8, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "::/0, 2001:db8::1, true",
        "fd00::/8, fdff::1, true",
        "fd00::/8, fe00::1, false",
        "2001:db8::/65, 2001:db8:0:0:7fff::, true",
        "2001:db8::/65, 2001:db8:0:0:8000::, false",
        "192.168.1.2, 192.168.1.2, true",
        "192.168.1.2/32, ::ffff:192.168.1.2, true"
    })
    void a_range_holds_what_begins_alike(String range, String address, boolean isHeld) {
        assertThat(AddressRange.read(range).holds(ip(address))).isEqualTo(isHeld);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/",
                "::/129",
                "10.0.0",
                "a/b",
                "1.2.3.4/1/2"
            })
    void what_is_no_range_is_told(String text) {
        assertThatThrownBy(() -> AddressRange.read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("api.trusted_proxies holds '" + text + "'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "1.2.3",
                "1.2.3.256",
                "1.2.3.4.5",
                "0x7f.1.1.1",
                ":",
                ":::",
                "1::2::3",
                "12345::",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "::1.2.3",
                "g::",
                "[::1",
                "evil.example"
            })
    void what_is_no_address_is_none(String text) {
        assertThat(IpAddress.read(text)).isEmpty();
    }

    @Test
    void a_client_is_an_address_or_a_network_of_ipv6() {
        assertThat(ip("203.0.113.7").site()).isEqualTo("203.0.113.7");
        assertThat(ip("2001:db8:1:2:3:4:5:6").site()).isEqualTo("2001:db8:1:2:0:0:0:0");
        assertThat(ip("fe80::1%eth0")).hasToString("fe80:0:0:0:0:0:0:1");
    }
}
