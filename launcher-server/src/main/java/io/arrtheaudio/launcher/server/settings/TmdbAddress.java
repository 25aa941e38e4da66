package io.arrtheaudio.launcher.server.settings;

import io.arrtheaudio.adapter.tmdb.TmdbSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Where TMDB is, or what stands in its place. What is no such address is not shown, as a key may be in it. */
record TmdbAddress() implements Shape<URI> {

    @Override
    public Optional<URI> read(Value value) {
        Optional<String> text = value.text(allowed());
        Optional<URI> address = text.flatMap(TmdbAddress::address);
        if (text.isPresent() && address.isEmpty()) {
            value.problem("must be " + allowed() + ", without user, query, fragment and key");
        }
        return address;
    }

    private static Optional<URI> address(String text) {
        try {
            return Optional.of(new URI(text.strip())).filter(TmdbSettings::isBaseUrl);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    @Override
    public String allowed() {
        return "http or https, a host and a path";
    }
}
