package io.arrtheaudio.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.util.ContextInitializer;
import ch.qos.logback.core.ConsoleAppender;
import io.arrtheaudio.launcher.server.logging.QuietStart;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class QuietStartTest {

    @Test
    void logback_finds_it_and_looks_no_further() throws Exception {
        LoggerContext context = new LoggerContext();
        new ContextInitializer(context).autoConfig();
        var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        assertThat(root.getLevel()).isEqualTo(Level.INFO);
        assertThat(root.iteratorForAppenders())
                .toIterable()
                .singleElement()
                .isInstanceOfSatisfying(
                        ConsoleAppender.class,
                        appender -> assertThat(appender.getTarget()).isEqualTo("System.err"));
        assertThat(context.getStatusManager().getCopyOfStatusList())
                .noneMatch(status -> status.getMessage().contains("logback.xml"));
    }

    @Test
    void it_is_the_only_one() {
        assertThat(ServiceLoader.load(Configurator.class)).singleElement().isInstanceOf(QuietStart.class);
    }
}
