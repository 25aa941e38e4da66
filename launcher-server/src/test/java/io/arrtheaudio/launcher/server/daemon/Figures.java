package io.arrtheaudio.launcher.server.daemon;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Figures of a daemon, from its page or as Prometheus tells them.
 *
 * @param series by name and labels: {@code arrtheaudio_jobs_total{status="failed"}}
 */
record Figures(Map<String, Double> series) {

    /** As the daemon tells them now. */
    static Figures of(RunningDaemon daemon) {
        Map<String, Double> series = new TreeMap<>();
        page(daemon).lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            int space = line.lastIndexOf(' ');
            series.put(sorted(line.substring(0, space)), Double.parseDouble(line.substring(space + 1)));
        });
        return new Figures(series);
    }

    /** With its labels in the order of their names; no value has a comma before a word with an equals sign. */
    private static String sorted(String series) {
        int brace = series.indexOf('{');
        if (brace < 0) {
            return series;
        }
        String labels = series.substring(brace + 1, series.length() - 1);
        return series.substring(0, brace)
                + Stream.of(labels.split(",(?=\\w+=)")).sorted().collect(Collectors.joining(",", "{", "}"));
    }

    static String page(RunningDaemon daemon) {
        return daemon.get("/metrics").is(200).whole().body();
    }

    /** As Prometheus answers a query, without the labels that it adds itself. */
    static Figures of(JsonNode answer) {
        Map<String, Double> series = new TreeMap<>();
        answer.path("data").path("result").forEach(one -> {
            String labels = one.path("metric").properties().stream()
                    .filter(label -> !label.getKey().matches("__name__|instance|job"))
                    .map(label -> label.getKey() + "=\"" + label.getValue().asText() + "\"")
                    .sorted()
                    .collect(Collectors.joining(","));
            String name = one.path("metric").path("__name__").asText();
            series.put(
                    labels.isEmpty() ? name : name + "{" + labels + "}",
                    Double.parseDouble(one.path("value").path(1).asText()));
        });
        return new Figures(series);
    }

    double get(String name) {
        return series.getOrDefault(name, Double.NaN);
    }

    boolean hold(Map<String, Double> expected) {
        return expected.entrySet().stream().allMatch(one -> one.getValue().equals(series.get(one.getKey())));
    }
}
