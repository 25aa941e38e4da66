package io.arrtheaudio.adapter.micrometer;

import java.util.Map;
import java.util.TreeMap;

/**
 * A page of figures, read.
 *
 * @param series by name and labels, as they are written: {@code arrtheaudio_jobs_total{status="failed"}}
 * @param help what each name means
 */
record Figures(Map<String, Double> series, Map<String, String> help) {

    static Figures of(String page) {
        Figures figures = new Figures(new TreeMap<>(), new TreeMap<>());
        page.lines().forEach(figures::read);
        return figures;
    }

    private void read(String line) {
        if (line.startsWith("# HELP ")) {
            String[] words = line.split(" ", 4);
            help.put(words[2], words.length < 4 ? "" : words[3]);
        } else if (!line.startsWith("#")) {
            int space = line.lastIndexOf(' ');
            series.put(line.substring(0, space), Double.parseDouble(line.substring(space + 1)));
        }
    }

    double get(String series) {
        if (!this.series.containsKey(series)) {
            throw new AssertionError("there is no " + series + " in " + this.series.keySet());
        }
        return this.series.get(series);
    }

    /** What has changed between this and a later page. */
    Map<String, Double> changes(Figures later) {
        Map<String, Double> changes = new TreeMap<>();
        later.series.forEach((name, value) -> {
            double change = value - series.getOrDefault(name, 0.0);
            if (change != 0) {
                changes.put(name, change);
            }
        });
        return changes;
    }
}
