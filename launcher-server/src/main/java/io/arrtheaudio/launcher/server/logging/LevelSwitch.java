package io.arrtheaudio.launcher.server.logging;

import io.arrtheaudio.adapter.javalin.LogLevels;
import io.arrtheaudio.launcher.server.settings.LogLevel;
import java.util.Locale;

/**
 * Lets callers of the API set how much Logback logs; for programs that are nothing but ArrTheAudio.
 *
 * <p>Thread-safe.
 */
public final class LevelSwitch implements LogLevels {

    @Override
    public String level() {
        return Logging.level().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void level(String word) {
        Logging.level(LogLevel.named("level", word));
    }
}
