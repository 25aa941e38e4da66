package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.port.in.FixDefaultAudio;
import io.arrtheaudio.port.in.FixLibrary;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the commands ask of the program they are part of. A launcher provides it.
 *
 * <p>One thread at a time.
 */
public interface Wiring {

    /** The program's version, {@code 0.1.0}. */
    String version();

    /** Small media files for the demo, by file name, in the order in which they are shown. */
    Map<String, Supplier<InputStream>> samples();

    /**
     * Reads the settings and puts the program together.
     *
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code FIX_SETTINGS} with every problem of the settings,
     *     one a line
     */
    Desk open(Overrides overrides);

    /** What was said on the command line about the whole program; what was not said is left to the settings. */
    interface Overrides {
        /** The settings file, if one was named. */
        Optional<Path> settings();

        /** {@code error}, {@code warn}, {@code info}, {@code debug} or {@code trace}, if one was named. */
        Optional<String> logLevel();

        /** {@code auto} or {@code builtin}, if one was named. */
        Optional<String> engine();

        /** Whether the settings file is to be ignored, as in the demo. */
        boolean withoutSettings();
    }

    /**
     * The program, put together.
     *
     * @param fix fixes one file
     * @param library fixes many
     * @param notices what the user should know about the settings, one a line
     * @param dryRun whether the settings ask for a dry run
     * @param minAge how long a file must be unchanged before a scan changes it
     * @param workers how many files a scan works on at a time
     */
    record Desk(
            FixDefaultAudio fix,
            FixLibrary library,
            List<String> notices,
            boolean dryRun,
            Duration minAge,
            int workers) {}
}
