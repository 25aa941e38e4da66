package io.arrtheaudio.launcher.server.settings;

import io.arrtheaudio.service.FixRules;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Everything that can be set, checked.
 *
 * @param rules what is changed, and how
 * @param engine what reads and changes files
 * @param tools how other programs are used
 * @param libraries folders of media, absolute
 * @param lookup how to find out which language a title was made in
 * @param server how the daemon serves and works
 * @param run how commands go about their work
 * @param logging what the program tells about it
 */
public record Settings(
        FixRules rules,
        EngineChoice engine,
        ToolsSettings tools,
        List<Path> libraries,
        LookupSettings lookup,
        ServerSettings server,
        RunSettings run,
        LoggingSettings logging) {

    /** What holds without a settings file: English first, and as careful as can be. */
    public static final Settings DEFAULT = new Settings(
            FixRules.DEFAULT,
            EngineChoice.AUTO,
            ToolsSettings.DEFAULT,
            List.of(),
            LookupSettings.DEFAULT,
            ServerSettings.DEFAULT,
            RunSettings.DEFAULT,
            LoggingSettings.DEFAULT);

    /**
     * For a daemon inside another program, which says what else is to hold: it listens at a free port of this machine's loopback
     * address only.
     *
     * @param libraries folders of media
     */
    public static Settings embedded(Path... libraries) {
        return DEFAULT.withLibraries(
                        Stream.of(libraries).map(Path::toAbsolutePath).toList())
                .with(ServerSettings.DEFAULT.with(ApiSettings.DEFAULT.at("127.0.0.1", 0)));
    }

    /** Checks the values; the list is copied. */
    public Settings {
        Objects.requireNonNull(rules, "rules");
        Objects.requireNonNull(engine, "engine");
        Objects.requireNonNull(tools, "tools");
        libraries = List.copyOf(libraries);
        Objects.requireNonNull(lookup, "lookup");
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(logging, "logging");
    }

    /** The same with other rules for what is changed, and how. */
    public Settings with(FixRules other) {
        return new Settings(other, engine, tools, libraries, lookup, server, run, logging);
    }

    /** The same with other folders of media. */
    public Settings withLibraries(List<Path> others) {
        return new Settings(rules, engine, tools, others, lookup, server, run, logging);
    }

    /** The same with another engine. */
    public Settings withEngine(EngineChoice other) {
        return new Settings(rules, other, tools, libraries, lookup, server, run, logging);
    }

    /** The same with another log level. */
    Settings withLogLevel(LogLevel other) {
        return new Settings(rules, engine, tools, libraries, lookup, server, run, logging.withLevel(other));
    }

    /** The same with TMDB on, if there is a key, or off, whatever the file says. */
    public Settings withTmdb(boolean isOn) {
        return with(lookup.withEnabled(isOn));
    }

    /** The same with another way to find out original languages. */
    public Settings with(LookupSettings other) {
        return new Settings(rules, engine, tools, libraries, other, server, run, logging);
    }

    /** The same with a daemon at another address, or of other ways. */
    public Settings with(ServerSettings other) {
        return new Settings(rules, engine, tools, libraries, lookup, other, run, logging);
    }
}
