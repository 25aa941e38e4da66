package io.arrtheaudio.bench.page;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** What was promised, and what was measured. */
public record Promises(Map<Promise, Double> measured) {

    /** Reads what the parts have left. */
    public static Promises read(Path figures) throws IOException {
        Properties found = new Properties();
        try (Reader file = Files.newBufferedReader(figures)) {
            found.load(file);
        }
        Map<Promise, Double> measured = new EnumMap<>(Promise.class);
        for (String name : found.stringPropertyNames()) {
            measured.put(Promise.valueOf(name), Double.valueOf(found.getProperty(name)));
        }
        return new Promises(measured);
    }

    /** Prints those that were measured. */
    public void print(Report report) {
        report.table("what", "promised", "measured", "so many times better");
        measured.forEach((promise, value) -> report.row(
                promise.what(),
                promise.limit(),
                "**" + promise.in(value) + "**",
                Promise.digits(promise.margin(value)) + (promise.margin(value) < 1 ? ", **not kept**" : "")));
    }

    /** What was promised and is not so. */
    public List<String> broken() {
        return measured.entrySet().stream()
                .filter(one -> one.getKey().margin(one.getValue()) < 1)
                .map(one -> one.getKey().what() + ": " + one.getKey().limit() + ", measured "
                        + one.getKey().in(one.getValue()))
                .toList();
    }
}
