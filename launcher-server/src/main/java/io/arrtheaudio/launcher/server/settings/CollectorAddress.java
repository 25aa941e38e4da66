package io.arrtheaudio.launcher.server.settings;

import io.arrtheaudio.adapter.micrometer.tracing.TracingSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Where a collector is; empty for nowhere. What is no such address is not shown, as a key may be in it. */
record CollectorAddress() implements Shape<URI> {

    /** Nowhere. */
    static final URI NOWHERE = URI.create("");

    @Override
    public Optional<URI> read(Value value) {
        Optional<String> text = value.text(allowed()).map(String::strip);
        if (text.filter(String::isEmpty).isPresent()) {
            return Optional.of(NOWHERE);
        }
        Optional<URI> address = text.flatMap(CollectorAddress::address);
        if (text.isPresent() && address.isEmpty()) {
            value.problem("must be " + allowed() + "; keys belong into tracing.headers");
        }
        return address;
    }

    private static Optional<URI> address(String text) {
        try {
            return Optional.of(new URI(text)).filter(TracingSettings::isEndpoint);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    @Override
    public String allowed() {
        return "http or https, a host and perhaps a path, without user and query, such as http://tempo:4318";
    }
}
