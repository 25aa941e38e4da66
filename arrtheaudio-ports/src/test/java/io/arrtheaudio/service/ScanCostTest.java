package io.arrtheaudio.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.choice.Explanation;
import io.arrtheaudio.domain.edit.EditCost;
import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.kit.Tracks;
import io.arrtheaudio.port.in.FixDefaultAudio;
import io.arrtheaudio.port.in.FixOptions;
import io.arrtheaudio.port.in.Inspection;
import io.arrtheaudio.port.in.ScanRequest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a scan copies is summed up. */
class ScanCostTest implements FixDefaultAudio {

    private static final EditCost COST = new EditCost("flip 2 flags", 2, 4_000_000_000L);

    private final Library library = new Library();

    @BeforeEach
    void films() {
        library.film("a.mkv", 1);
        library.film("b.mkv", 1);
        library.film("c.mkv", 1);
    }

    @Test
    void copies_of_all_files_count_and_those_of_a_dry_run_too() {
        for (FixOptions options : List.of(library.options(), library.options().asDryRun())) {
            ScanRequest request = new ScanRequest(true, List.of(), List.of(), 2, options);
            long copied = new ScanService(library.disk, this, library.clock)
                    .scan(request, new Watching())
                    .copiedBytes();
            assertThat(copied).isEqualTo(8_000_000_000L);
        }
    }

    @Override
    public Inspection inspect(Path file, FixOptions options) {
        throw new AssertionError("a scan inspects nothing itself");
    }

    @Override
    public Outcome fix(Path file, FixOptions options) {
        if (file.endsWith("c.mkv")) {
            return new Outcome.NoMatch(file, Explanation.NONE);
        }
        return options.dryRun()
                ? new Outcome.WouldChange(file, Tracks.three(1).get(0), COST, Explanation.NONE)
                : new Outcome.Changed(file, Tracks.three(1).get(0), COST, "1", Explanation.NONE);
    }
}
