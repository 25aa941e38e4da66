package io.arrtheaudio.adapter.javalin;

import io.arrtheaudio.adapter.javalin.HttpSettings.Keys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Who may ask. A key is shown as {@code X-Api-Key}, as a Bearer token, as the password of Basic authentication whatever the
 * user is called, or as {@code ?apikey=}; to webhooks also by {@code X-Webhook-Signature}, the HMAC-SHA256 of the body.
 * Comparing takes the same time whatever is shown.
 *
 * <p>Thread-safe.
 */
final class CallerCheck {

    private static final String HMAC = "HmacSHA256";
    private static final int SIGNATURE_BYTES = 32;
    private static final String API_KEY = "api key";
    private static final String WEBHOOK_SECRET = "webhook secret";
    private static final String SIGNATURE = "signature";

    private final Supplier<Keys> keys;

    /**
     * What a request shows; empty what it does not.
     *
     * @param apiKey the header {@code X-Api-Key}
     * @param authorization the header of this name
     * @param parameter of the query
     * @param signature the header {@code X-Webhook-Signature}
     */
    record Shown(String apiKey, String authorization, String parameter, String signature) {

        /** Whether it tries to be somebody. */
        boolean isAnything() {
            return !(apiKey + authorization + parameter + signature).isEmpty();
        }

        /** Nothing of it. */
        @Override
        public String toString() {
            return isAnything() ? "Shown[***]" : "Shown[]";
        }
    }

    /** @param keys asked for each request, since a key may be renewed; whether one is needed never changes */
    CallerCheck(Supplier<Keys> keys) {
        this.keys = keys;
    }

    /** Whether anybody may ask for anything. */
    boolean isOff() {
        return keys.get().areOff();
    }

    /** Whether one of the keys is shown. */
    boolean showsKey(Shown shown) {
        return isShown(shown, keys.get().apiKey()) || isShown(shown, keys.get().webhookSecret());
    }

    /**
     * Who may use the API.
     *
     * @return which key is shown, in words; empty if none that opens it
     */
    Optional<String> apiCaller(Shown shown) {
        return isShown(shown, keys.get().apiKey()) ? Optional.of(API_KEY) : Optional.empty();
    }

    /**
     * Who may post webhooks.
     *
     * @param body asked for only if there is a signature and no key
     * @return what is shown, in words; empty if nothing that opens them
     */
    Optional<String> webhookCaller(Shown shown, Supplier<byte[]> body) {
        return apiCaller(shown)
                .or(() -> isShown(shown, keys.get().webhookSecret()) ? Optional.of(WEBHOOK_SECRET) : Optional.empty())
                .or(() -> isSigned(shown.signature(), body) ? Optional.of(SIGNATURE) : Optional.empty());
    }

    private static boolean isShown(Shown shown, String key) {
        return !key.isEmpty()
                && Stream.of(shown.apiKey(), shown.parameter(), ofAuthorization(shown.authorization()))
                        .filter(text -> !text.isEmpty())
                        .flatMap(CallerCheck::readings)
                        .anyMatch(text -> isSame(text, key));
    }

    /** Headers are read as ISO 8859-1, in which the Arr apps write; most others write UTF-8. */
    private static Stream<String> readings(String text) {
        boolean isLatin = StandardCharsets.ISO_8859_1.newEncoder().canEncode(text);
        return isLatin
                ? Stream.of(text, new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
                : Stream.of(text);
    }

    /** Hashed first, so that the time does not tell how long the key is. */
    private static boolean isSame(String text, String key) {
        return MessageDigest.isEqual(hash(text), hash(key));
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    private static String ofAuthorization(String header) {
        String[] parts = header.strip().split(" +", 2);
        if (parts.length < 2) {
            return "";
        }
        return switch (parts[0].toLowerCase(Locale.ROOT)) {
            case "bearer" -> parts[1];
            case "basic" -> password(parts[1]);
            default -> "";
        };
    }

    private static String password(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.ISO_8859_1);
            return pair.substring(pair.indexOf(':') + 1);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private boolean isSigned(String signature, Supplier<byte[]> body) {
        byte[] shown = bytes(signature.strip());
        if (shown.length != SIGNATURE_BYTES) {
            return false;
        }
        byte[] signed = body.get();
        return Stream.of(keys.get().apiKey(), keys.get().webhookSecret())
                .filter(key -> !key.isEmpty())
                .anyMatch(key -> MessageDigest.isEqual(shown, hmac(key, signed)));
    }

    /** Of hexadecimal digits, with {@code sha256=} before them or not; none if it is anything else. */
    private static byte[] bytes(String signature) {
        String prefix = "sha256=";
        String digits = signature.startsWith(prefix) ? signature.substring(prefix.length()) : signature;
        return digits.matches("[0-9a-fA-F]{64}") ? HexFormat.of().parseHex(digits) : new byte[0];
    }

    private static byte[] hmac(String key, byte[] body) {
        byte[] secret = key.getBytes(StandardCharsets.UTF_8);
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret, HMAC));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + HMAC, e);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }
}
