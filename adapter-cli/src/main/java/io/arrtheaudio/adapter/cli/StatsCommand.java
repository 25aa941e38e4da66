package io.arrtheaudio.adapter.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.arrtheaudio.domain.figures.Figures;
import io.arrtheaudio.domain.figures.MemoryUse;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows how much was done. */
@Command(
        name = "stats",
        description =
                "Shows how many jobs there are and what became of them, what files took, and how much is remembered.")
final class StatsCommand implements Callable<Integer> {

    private static final String STATS = "/api/v1/stats";

    private final Invocation invocation;

    @Option(names = "--json", description = "print one JSON object a line")
    private boolean json;

    StatsCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        try (Wiring.Admin admin = invocation.administer()) {
            Figures figures = admin.statistics().figures();
            MemoryUse use = new DaemonClient(invocation.daemon())
                    .get(STATS)
                    .map(StatsCommand::use)
                    .orElse(MemoryUse.NONE);
            AdminReport.of(json, invocation.screen()).figures(figures.with(use));
            return ExitCode.DONE;
        }
    }

    /** Only the daemon knows how often answers were of use to it; nothing if it tells something else. */
    private static MemoryUse use(String answer) {
        long hits = 0;
        long misses = 0;
        try (JsonParser parser = new JsonFactory().createParser(answer)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_NUMBER_INT && "answer_hits".equals(parser.currentName())) {
                    hits = parser.getLongValue();
                } else if (token == JsonToken.VALUE_NUMBER_INT && "answer_misses".equals(parser.currentName())) {
                    misses = parser.getLongValue();
                }
            }
            return new MemoryUse(hits, misses);
        } catch (IOException e) {
            return MemoryUse.NONE;
        }
    }
}
