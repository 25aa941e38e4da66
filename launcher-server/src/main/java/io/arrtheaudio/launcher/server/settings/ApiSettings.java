package io.arrtheaudio.launcher.server.settings;

import io.arrtheaudio.adapter.javalin.HttpSettings;
import io.arrtheaudio.adapter.javalin.HttpSettings.Bounds;
import io.arrtheaudio.adapter.javalin.HttpSettings.Capacity;
import io.arrtheaudio.adapter.javalin.HttpSettings.Keys;
import io.arrtheaudio.adapter.javalin.HttpSettings.Rates;
import java.net.URI;
import java.util.List;
import java.util.Objects;

/**
 * Who may ask the daemon for what.
 *
 * @param host the address to listen at, {@code 0.0.0.0} for all
 * @param port 0 for any that is free
 * @param authentication whether callers must show a key at all
 * @param apiKey opens everything; empty to use the one in the data folder, which is made at the first start
 * @param webhookSecret opens webhooks only; empty if there is none
 * @param openMetrics whether metrics need no key
 * @param trustedProxies addresses and ranges whose word is taken about who is calling
 * @param rates how often a client may ask
 */
public record ApiSettings(
        String host,
        int port,
        boolean authentication,
        String apiKey,
        String webhookSecret,
        boolean openMetrics,
        List<String> trustedProxies,
        Rates rates) {

    /** Port 9393 of every address; the key is in the data folder. */
    public static final ApiSettings DEFAULT =
            new ApiSettings("0.0.0.0", 9393, true, "", "", false, List.of(), Rates.DEFAULT);

    /** Checks the values; the list is copied. */
    public ApiSettings {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(apiKey, "apiKey");
        Objects.requireNonNull(webhookSecret, "webhookSecret");
        trustedProxies = List.copyOf(trustedProxies);
        Objects.requireNonNull(rates, "rates");
    }

    /** The same at another address. */
    public ApiSettings at(String otherHost, int otherPort) {
        return new ApiSettings(
                otherHost, otherPort, authentication, apiKey, webhookSecret, openMetrics, trustedProxies, rates);
    }

    /** Where that is; {@code 0.0.0.0} stands for every address of this machine. */
    public URI uri() {
        return URI.create("http://" + (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port);
    }

    /** Whether a key is needed that nobody has set. */
    public boolean needsKey() {
        return authentication && apiKey.isEmpty();
    }

    /**
     * What the server is made with.
     *
     * @param keyInFolder what counts if none is set; not asked for otherwise
     */
    public HttpSettings http(String keyInFolder) {
        return new HttpSettings(
                host, port, keys(keyInFolder), openMetrics, trustedProxies, rates, Bounds.DEFAULT, Capacity.DEFAULT);
    }

    /** What callers must show, with this key in the data folder. */
    public Keys keys(String keyInFolder) {
        return authentication ? new Keys(apiKey.isEmpty() ? keyInFolder : apiKey, webhookSecret) : Keys.NONE;
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "ApiSettings[" + host + ":" + port + (authentication ? "]" : ", open to everybody]");
    }
}
