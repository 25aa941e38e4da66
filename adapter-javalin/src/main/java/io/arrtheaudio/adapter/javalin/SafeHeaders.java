package io.arrtheaudio.adapter.javalin;

import java.time.Duration;
import org.eclipse.jetty.http.HttpFields;

/**
 * Headers that tell browsers to be careful. They are on every answer before anybody answers; an answer that needs to load
 * something sets {@code Content-Security-Policy} anew.
 */
final class SafeHeaders {

    private static final Duration TLS_ONLY = Duration.ofDays(365);

    private SafeHeaders() {}

    /**
     * Puts them.
     *
     * @param isSecure whether the client came by TLS; only then it may be told to come by nothing else
     */
    static void put(HttpFields.Mutable headers, boolean isSecure) {
        headers.put(
                "Content-Security-Policy",
                "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Cache-Control", "no-store");
        if (isSecure) {
            headers.put("Strict-Transport-Security", "max-age=" + TLS_ONLY.toSeconds());
        }
    }
}
