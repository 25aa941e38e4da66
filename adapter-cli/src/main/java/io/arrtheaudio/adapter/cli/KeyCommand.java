package io.arrtheaudio.adapter.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints or renews the key that callers of the daemon show. */
@Command(
        name = "key",
        description = {
            "Prints the key that callers of the daemon show, as it is kept in the data folder.",
            "With --rotate a new one is made; the daemon takes it at its next start, and Sonarr and Radarr must be told."
        })
final class KeyCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Option(names = "--rotate", description = "make a new key in the place of the old one")
    private boolean rotate;

    KeyCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        try (Wiring.Admin admin = invocation.administer()) {
            Wiring.CallerKey key = admin.key();
            if (key.isInSettings()) {
                invocation
                        .screen()
                        .remark("api.api_key in the settings holds, not the key in " + Shown.path(key.file()));
            }
            String text = rotate ? key.rotate() : key.read().orElse("");
            if (text.isEmpty()) {
                invocation
                        .screen()
                        .complain("there is no key in " + Shown.path(key.file())
                                + " yet; the daemon makes one at its first start, and --rotate does at once");
                return ExitCode.FAILED;
            }
            invocation.screen().print(Shown.text(text));
            return ExitCode.DONE;
        }
    }
}
