package io.arrtheaudio.launcher.server.logging;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.core.spi.ContextAwareBase;
import io.arrtheaudio.launcher.server.settings.LoggingSettings;

/**
 * What Logback does when it is touched for the first time: it finds this class as a service, takes the settings for short
 * commands, and does not look for configuration files.
 */
public final class QuietStart extends ContextAwareBase implements Configurator {

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        Logging.configure(context, LoggingSettings.DEFAULT);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
