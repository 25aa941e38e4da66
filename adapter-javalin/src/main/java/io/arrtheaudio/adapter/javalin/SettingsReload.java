package io.arrtheaudio.adapter.javalin;

import java.util.List;

/**
 * Reads the settings again while the server runs.
 *
 * <p>Thread-safe.
 */
@FunctionalInterface
public interface SettingsReload {

    /** Nothing can change while running. */
    SettingsReload NONE = () -> new Reloaded(List.of(), List.of());

    /**
     * Reads them, and uses what can change while running.
     *
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code FIX_SETTINGS} if they are wrong; nothing has changed then
     */
    Reloaded reload();

    /**
     * What has changed in the settings since they were used.
     *
     * @param used what is used from now on, by name: {@code path_mappings}
     * @param waiting what needs a restart, by name: {@code api.port}
     */
    record Reloaded(List<String> used, List<String> waiting) {

        /** Copies the lists. */
        public Reloaded {
            used = List.copyOf(used);
            waiting = List.copyOf(waiting);
        }
    }
}
