package io.arrtheaudio.launcher.server.engines;

import io.arrtheaudio.adapter.jdbi.DatabaseSettings;
import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.edit.UndoOutcome;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.launcher.server.Access;
import io.arrtheaudio.launcher.server.Assembly;
import io.arrtheaudio.launcher.server.settings.Settings;
import io.arrtheaudio.port.in.FixOptions;
import io.arrtheaudio.port.in.UndoRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The real program with a data folder of its own.
 *
 * @param parts what it is made of
 */
record Program(Assembly parts) implements AutoCloseable {

    static Program with(Settings settings, Path data) {
        return new Program(Assembly.of(settings, DatabaseSettings.in(data), Access.CHANGING));
    }

    Outcome fix(Path film, Language wanted) {
        return parts.fix().fix(film, FixOptions.within(film).withLanguages(List.of(wanted)));
    }

    Outcome dryRun(Path film, Language wanted) {
        return parts.fix()
                .fix(
                        film,
                        FixOptions.within(film).withLanguages(List.of(wanted)).asDryRun());
    }

    UndoOutcome undo(Path film) {
        List<UndoOutcome> outcomes = new ArrayList<>();
        parts.undo().undo(UndoRequest.of(film), outcomes::add);
        if (outcomes.size() != 1) {
            throw new AssertionError(outcomes.size() + " changes of " + film + " were taken back: " + outcomes);
        }
        return outcomes.get(0);
    }

    @Override
    public void close() {
        parts.close();
    }
}
