package io.arrtheaudio.adapter.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command itself: what can be said before or behind every sub-command. */
@Command(
        name = RootCommand.NAME,
        description = "Makes the right audio track of MKV and MP4 files the default one.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit codes: 0 done, 1 something failed, 2 wrong usage or settings, 130 stopped by Ctrl-C, 143 by SIGTERM."
        })
final class RootCommand implements Callable<Integer> {

    static final String NAME = "arrtheaudio";

    @Spec
    private CommandSpec spec;

    // picocli leaves a field null if its option was not given.
    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            converter = FileName.class,
            scope = ScopeType.INHERIT,
            description = "settings file")
    private Path settings;

    @Option(
            names = "--log-level",
            paramLabel = "LEVEL",
            converter = OneOf.LogLevel.class,
            completionCandidates = OneOf.LogLevel.class,
            scope = ScopeType.INHERIT,
            description =
                    "error, warn, info, debug or trace, on standard error; debug also shows where errors come from")
    private String logLevel;

    @Option(
            names = "--any-owner",
            scope = ScopeType.INHERIT,
            description = "use the data folder although its database is another user's")
    private boolean anyOwner;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "show this help")
    @SuppressWarnings("UnusedVariable") // picocli looks at it
    private boolean help;

    @Option(names = "--version", versionHelp = true, description = "show the version")
    @SuppressWarnings("UnusedVariable") // picocli looks at it
    private boolean version;

    Optional<Path> settings() {
        return Optional.ofNullable(settings);
    }

    Optional<String> logLevel() {
        return Optional.ofNullable(logLevel);
    }

    /** Whether the data folder may be another user's. */
    boolean anyOwner() {
        return anyOwner;
    }

    /** Whether the user wants to see stack traces. */
    boolean wantsTraces() {
        return logLevel()
                .filter(level -> level.equals("debug") || level.equals("trace"))
                .isPresent();
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }
}
