package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.port.in.DebugBundle;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Puts together what somebody needs who is to help. */
@Command(
        name = "debug-bundle",
        description = {
            "Puts into one file what somebody needs who is to find out why the program does not do what it should: versions,"
                    + " the settings without their secrets, what admin doctor finds, the last 1,000 lines of the log file,"
                    + " what the threads of the daemon do, and figures of the queue.",
            "Nothing is sent anywhere. Keys are not in it, names of files and folders are."
        })
final class DebugBundleCommand implements Callable<Integer> {

    private static final String THREADS = "/api/v1/admin/threads";

    private final Invocation invocation;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            converter = FileName.class,
            description =
                    "the file to be made, or a folder for it; the current one and a name with the time if not told")
    private Path output = Path.of("");

    @Option(names = "--json", description = "print one JSON object a line")
    private boolean json;

    DebugBundleCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        try (Wiring.Admin admin = invocation.administer()) {
            Optional<String> threads = new DaemonClient(invocation.daemon()).get(THREADS);
            DebugBundle.Made made = admin.bundle().make(output, threads.orElse(""));
            AdminReport.of(json, invocation.screen()).bundle(made);
            return ExitCode.DONE;
        }
    }
}
