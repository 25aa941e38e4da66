package io.arrtheaudio.launcher.server.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import net.logstash.logback.encoder.LogstashEncoder;
import net.logstash.logback.fieldnames.LogstashFieldNames;

/**
 * One JSON object for each event, as Loki and Elastic take them: {@code timestamp}, {@code level}, {@code logger},
 * {@code thread}, {@code message}, {@code stack_trace} if there is one, and beside them every field of the event and of what
 * the thread works on.
 */
final class JsonLine {

    private JsonLine() {}

    static Encoder<ILoggingEvent> encoder() {
        LogstashFieldNames names = new LogstashFieldNames();
        names.setTimestamp("timestamp");
        names.setVersion(null);
        names.setLevelValue(null);
        names.setLogger("logger");
        names.setThread("thread");
        LogstashEncoder encoder = new LogstashEncoder();
        encoder.setFieldNames(names);
        encoder.setTimeZone("UTC");
        return encoder;
    }
}
