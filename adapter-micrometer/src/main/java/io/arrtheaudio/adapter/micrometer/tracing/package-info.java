/**
 * Where the time goes: what is begun and ended, as spans of OpenTelemetry, sent to a collector by OTLP over HTTP. Which spans
 * there are, and what they tell, is written in docs/logging.md. None of this is loaded unless traces are wanted.
 *
 * <p>Nothing here is null; a missing value is an empty {@link java.util.Optional}, and only as a return type.
 */
package io.arrtheaudio.adapter.micrometer.tracing;
