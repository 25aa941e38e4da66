package io.arrtheaudio.launcher.server;

import io.arrtheaudio.domain.backup.BackupPart;
import io.arrtheaudio.launcher.server.settings.SettingsText;
import io.arrtheaudio.port.out.BackupExtras;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What belongs into a backup beside the database.
 *
 * @param settings the settings file, if there is one
 * @param key the file with the key that callers show
 */
record DataExtras(Optional<Path> settings, ApiKeyFile key) implements BackupExtras {

    @Override
    public Map<BackupPart, byte[]> parts(boolean withSecrets) {
        Map<BackupPart, byte[]> parts = new EnumMap<>(BackupPart.class);
        settings.map(SettingsText::new)
                .map(text -> withSecrets ? text.whole() : text.withoutSecrets())
                .ifPresent(text -> parts.put(BackupPart.SETTINGS, text));
        if (withSecrets) {
            key.read()
                    .ifPresent(secret ->
                            parts.put(BackupPart.API_KEY, (secret + "\n").getBytes(StandardCharsets.US_ASCII)));
        }
        return parts;
    }
}
