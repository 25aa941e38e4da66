package io.arrtheaudio.launcher.server.logging;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import io.arrtheaudio.port.in.LogFields;
import java.nio.charset.StandardCharsets;

/**
 * One line in UTF-8 for each event: time, level, who, what, and which request it belongs to. Written by hand, as Logback's patterns take longer to set up
 * than most commands run. File names may hold anything, so control characters are spelled out. An exception is told by its
 * message, or by its stack trace if the logger listens to debug events.
 *
 * <p>Thread-safe.
 */
final class PlainLine extends EncoderBase<ILoggingEvent> {

    private static final byte[] NOTHING = new byte[0];

    @Override
    public byte[] headerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        StringBuilder line = new StringBuilder()
                .append(event.getInstant())
                .append(' ')
                .append(event.getLevel())
                .append(' ')
                .append(event.getLoggerName().substring(event.getLoggerName().lastIndexOf('.') + 1))
                .append(": ");
        appendPlain(line, event.getFormattedMessage());
        String correlation = event.getMDCPropertyMap().getOrDefault(LogFields.CORRELATION, "");
        if (!correlation.isEmpty()) {
            appendPlain(line, " [" + correlation + "]");
        }
        IThrowableProxy thrown = event.getThrowableProxy();
        if (thrown != null) {
            appendPlain(line, ": " + thrown.getMessage());
            line.append(
                    withStackTrace(event)
                            ? "\n" + ThrowableProxyUtil.asString(thrown).stripTrailing()
                            : "");
        }
        return line.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Asked each time, for the level can change while the program runs. */
    private boolean withStackTrace(ILoggingEvent event) {
        return ((LoggerContext) getContext()).getLogger(event.getLoggerName()).isDebugEnabled();
    }

    @Override
    public byte[] footerBytes() {
        return NOTHING;
    }

    private static void appendPlain(StringBuilder line, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c)) {
                line.append(String.format("\\u%04x", (int) c));
            } else {
                line.append(c);
            }
        }
    }
}
