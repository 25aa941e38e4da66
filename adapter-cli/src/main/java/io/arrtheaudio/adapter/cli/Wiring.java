package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.domain.library.PathMappings;
import io.arrtheaudio.port.in.AuditDesk;
import io.arrtheaudio.port.in.BackupDesk;
import io.arrtheaudio.port.in.DebugBundle;
import io.arrtheaudio.port.in.FixDefaultAudio;
import io.arrtheaudio.port.in.FixLibrary;
import io.arrtheaudio.port.in.HealthDesk;
import io.arrtheaudio.port.in.Housekeeping;
import io.arrtheaudio.port.in.LanguageMemory;
import io.arrtheaudio.port.in.RecoverEdits;
import io.arrtheaudio.port.in.Statistics;
import io.arrtheaudio.port.in.UndoEdits;
import java.io.InputStream;
import java.net.URI;
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

    /**
     * Reads the settings and puts together what looks after the program itself.
     *
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code FIX_SETTINGS} as {@link #open} does
     */
    Admin administer(Overrides overrides);

    /**
     * Reads a settings file and tells what it means.
     *
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code FIX_SETTINGS} with every problem, one a line
     */
    Meaning meaning(Path file);

    /**
     * Starts the daemon, which works on threads of its own until it is closed.
     *
     * @param host the address to listen at, if it is not the settings'
     * @param port the port, if it is not the settings'; 0 for any that is free
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code FIX_SETTINGS} with every problem of the settings, one
     *     a line, or if it cannot listen there
     */
    Server serve(Overrides overrides, Optional<String> host, Optional<Integer> port);

    /**
     * Where a daemon with these settings listens, as far as can be known without asking it.
     *
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code FIX_SETTINGS} as {@link #open} does
     */
    DaemonAddress daemon(Overrides overrides);

    /**
     * A daemon that runs.
     *
     * @param address where it listens
     * @param keyFile the file with the key that callers must show; empty if it is in the settings, or none is needed
     * @param key what is in that file; to be shown to nobody but the person at the terminal
     * @param source the settings file as the user knows it, empty if there is none
     * @param notices what the user should know about the settings, one a line
     * @param patience how long it may take to stop
     * @param whenDone stops it: what is in hand is finished, the rest is kept
     */
    record Server(
            URI address,
            Optional<Path> keyFile,
            String key,
            String source,
            List<String> notices,
            Duration patience,
            Runnable whenDone)
            implements AutoCloseable {

        @Override
        public void close() {
            whenDone.run();
        }

        /** Without the key. */
        @Override
        public String toString() {
            return "Server[" + address + "]";
        }
    }

    /**
     * How to reach a daemon.
     *
     * @param uri of its root
     * @param key what it wants to be shown; empty if that is not known
     */
    record DaemonAddress(URI uri, String key) {
        /** Without the key. */
        @Override
        public String toString() {
            return "DaemonAddress[" + uri + "]";
        }
    }

    /**
     * What looks after the program itself.
     *
     * @param backups makes them and puts them back
     * @param bundle for whoever is to find out what is wrong
     * @param statistics tells how much was done
     * @param audit tells who asked for what
     * @param housekeeping forgets
     * @param tables of the database
     * @param key that callers of the daemon show
     * @param notices what the user should know about the settings, one a line
     * @param whenDone lets go of everything
     */
    record Admin(
            BackupDesk backups,
            DebugBundle bundle,
            Statistics statistics,
            Supplier<AuditDesk> audit,
            Supplier<Housekeeping> housekeeping,
            Tables tables,
            CallerKey key,
            List<String> notices,
            Runnable whenDone)
            implements AutoCloseable {

        @Override
        public void close() {
            whenDone.run();
        }
    }

    /** The tables of the database. */
    interface Tables {

        /** Which version there is; nothing is changed. */
        Versions look();

        /** Brings them up to date, if there are any. */
        Versions update();
    }

    /**
     * Versions of the tables.
     *
     * @param was the one there was; 0 if there is no database
     * @param is the one there is now
     * @param known the one that this program knows
     */
    record Versions(int was, int is, int known) {}

    /** The key that callers of the daemon show, as it is kept in the data folder. */
    interface CallerKey {

        /** Where it is kept. */
        Path file();

        /** The key, if one was made; to be shown to nobody but the person who asks. */
        Optional<String> read();

        /** A new key in its place. */
        String rotate();

        /** Whether one in the settings holds instead. */
        boolean isInSettings();
    }

    /**
     * What a settings file means.
     *
     * @param facts what, and how it is, in the order in which they are shown; without secrets
     * @param notices what the user should know, one a line
     */
    record Meaning(List<Fact> facts, List<String> notices) {}

    /** One thing, and how it is. */
    record Fact(String what, String value) {}

    /** What was said on the command line about the whole program; what was not said is left to the settings. */
    interface Overrides {
        /** The settings file, if one was named. */
        Optional<Path> settings();

        /** {@code error}, {@code warn}, {@code info}, {@code debug} or {@code trace}, if one was named. */
        Optional<String> logLevel();

        /** {@code auto}, {@code builtin} or {@code tools}, if one was named. */
        Optional<String> engine();

        /** Whether TMDB is to be asked, if that was said; where it is, a key is needed. */
        Optional<Boolean> tmdb();

        /**
         * Whether the command only looks, so that the data folder is to be left as it is.
         *
         * @param isDryRun whether the settings ask for a dry run
         */
        boolean looksOnly(boolean isDryRun);

        /** The folder for the journal and what else must be kept, if it is to be no other. */
        Optional<Path> dataFolder();

        /** Whether to use the data folder although another user owns its database. */
        boolean anyOwner();

        /** Whether the settings file is to be ignored, as in the demo. */
        boolean withoutSettings();
    }

    /**
     * The program, put together. It opens what it needs when it needs it, and lets go of it when it is closed.
     *
     * @param fix fixes one file
     * @param library fixes many
     * @param undo takes changes back
     * @param recovery settles what an earlier run left
     * @param health looks after what the program needs
     * @param languages what was answered about titles
     * @param mappings where the paths of Sonarr and Radarr lie here
     * @param source the settings file as the user knows it, empty if there is none
     * @param notices what the user should know about the settings, one a line
     * @param dryRun whether the settings ask for a dry run
     * @param minAge how long a file must be unchanged before a scan changes it
     * @param workers how many files a scan works on at a time
     * @param whenStopping ends lookups that are under way, and lets none begin; may be called by any thread
     * @param whenDone lets go of everything
     */
    record Desk(
            FixDefaultAudio fix,
            FixLibrary library,
            UndoEdits undo,
            RecoverEdits recovery,
            HealthDesk health,
            LanguageMemory languages,
            PathMappings mappings,
            String source,
            List<String> notices,
            boolean dryRun,
            Duration minAge,
            int workers,
            Runnable whenStopping,
            Runnable whenDone)
            implements AutoCloseable {

        @Override
        public void close() {
            whenDone.run();
        }
    }
}
