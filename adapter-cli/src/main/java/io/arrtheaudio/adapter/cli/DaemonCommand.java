package io.arrtheaudio.adapter.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves Sonarr and Radarr until a signal stops it. */
@Command(
        name = "daemon",
        description = {
            "Listens to Sonarr and Radarr, and fixes what they import.",
            "Runs until SIGTERM or Ctrl-C; files in hand are finished then, and what is queued waits for the next start."
        })
final class DaemonCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Option(names = "--host", paramLabel = "ADDRESS", description = "address to listen at, in place of the settings'")
    private String host;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "port to listen at, in place of the settings'; 0 for any that is free")
    private Integer port;

    DaemonCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Stopwatch watch = invocation.startWatch();
        try (StopSignal signal = StopSignal.watch();
                Wiring.Server server = invocation.serve(Optional.ofNullable(host), Optional.ofNullable(port))) {
            signal.allow(server.patience());
            greet(server, watch);
            signal.await();
            invocation.screen().print("stopping ...");
        }
        return ExitCode.STOPPED;
    }

    private void greet(Wiring.Server server, Stopwatch watch) {
        Screen screen = invocation.screen();
        screen.print("listening at " + server.address() + ", ready after " + Stopwatch.said(watch.elapsed()));
        server.keyFile()
                .ifPresent(file -> screen.print(
                        screen.terminal().isInteractive(Terminal.Side.OUT)
                                ? "api key: " + server.key() + " (kept in " + Shown.text(file.toString()) + ")"
                                : "the api key is in " + Shown.text(file.toString())));
    }
}
