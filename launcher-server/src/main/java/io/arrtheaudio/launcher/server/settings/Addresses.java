package io.arrtheaudio.launcher.server.settings;

import io.arrtheaudio.adapter.javalin.HttpSettings;
import java.util.List;
import java.util.Optional;

/** Addresses of machines, and ranges of them. */
record Addresses() implements Shape<List<String>> {

    private static final String ONE = "an address or a range such as 10.0.0.7, 172.16.0.0/12 or fd00::/8";

    @Override
    public Optional<List<String>> read(Value value) {
        return value.items(allowed())
                .map(items -> items.stream()
                        .map(item -> item.text(ONE, text -> Optional.of(text).filter(HttpSettings::isProxy)))
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList());
    }

    @Override
    public String allowed() {
        return "a list of addresses and ranges such as [172.16.0.0/12]";
    }
}
