package io.arrtheaudio.launcher.server.settings;

import io.arrtheaudio.adapter.micrometer.tracing.TracingSettings;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Headers as the variable {@code OTEL_EXPORTER_OTLP_HEADERS} holds them ({@code name=value,other=value}), so that what a vendor
 * shows can be copied; empty for {@code none}. Never shown.
 */
record SecretHeaders() implements Shape<Map<String, String>> {

    private static final Pattern ESCAPED = Pattern.compile("%([2-7][0-9A-Fa-f])");

    @Override
    public Optional<Map<String, String>> read(Value value) {
        Optional<String> text = value.text(allowed()).map(String::strip);
        if (text.filter(word -> word.isEmpty() || word.equals("none")).isPresent()) {
            return Optional.of(Map.of());
        }
        Optional<Map<String, String>> headers = text.flatMap(SecretHeaders::headers);
        if (text.isPresent() && headers.isEmpty()) {
            value.problem("must be " + allowed());
        }
        return headers;
    }

    private static Optional<Map<String, String>> headers(String text) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String pair : text.split(",", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 0) {
                return Optional.empty();
            }
            String name = pair.substring(0, equals).strip();
            String content = unescaped(pair.substring(equals + 1).strip());
            if (!TracingSettings.isHeader(name, content) || headers.put(name, content) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(headers);
    }

    private static String unescaped(String text) {
        return ESCAPED.matcher(text).replaceAll(SecretHeaders::character);
    }

    private static String character(MatchResult escaped) {
        byte[] code = {(byte) Integer.parseInt(escaped.group(1), 16)};
        return Matcher.quoteReplacement(new String(code, StandardCharsets.US_ASCII));
    }

    @Override
    public String allowed() {
        return "none, or headers such as Authorization=Basic%20abc, each once, with commas between them";
    }
}
