package io.arrtheaudio.bench.page;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Where a part prints its tables, and leaves what the table of promises is made of. One thread at a time. */
public final class Report {

    private final PrintStream out;
    private final Path figures;
    private boolean isEmpty = true;

    /** @param figures the file of what was promised, to which each part adds its own */
    public Report(PrintStream out, Path figures) {
        this.out = out;
        this.figures = figures;
    }

    /** Begins a table. */
    public void table(String... heads) {
        if (!isEmpty) {
            out.println();
        }
        isEmpty = false;
        row((Object[]) heads);
        out.println("|---".repeat(heads.length) + "|");
    }

    /** A row of the table that was begun. */
    public void row(Object... cells) {
        out.println(Arrays.stream(cells).map(String::valueOf).collect(Collectors.joining(" | ", "| ", " |")));
    }

    /** Leaves a figure for the table of promises. */
    public void measured(Promise promise, double value) throws IOException {
        Files.writeString(
                figures,
                promise.name() + "=" + value + System.lineSeparator(),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
