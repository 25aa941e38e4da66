package io.arrtheaudio.adapter.files.seeded;

import io.opentelemetry.api.trace.Span;

/** Breaks R10, OpenTelemetry. */
public final class FilesTraces {

    Span current() {
        return Span.current();
    }
}
