package io.arrtheaudio.port.out;

import io.arrtheaudio.domain.backup.BackupPart;
import java.util.Map;

/**
 * What belongs into a backup beside the database.
 *
 * <p>Thread-safe.
 */
@FunctionalInterface
public interface BackupExtras {

    /** Nothing. */
    BackupExtras NONE = withSecrets -> Map.of();

    /**
     * The parts that are there, as they are now.
     *
     * @param withSecrets whether keys are among them; if not, those in the settings are blotted out
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code FIX_SETTINGS} if one cannot be read
     */
    Map<BackupPart, byte[]> parts(boolean withSecrets);
}
