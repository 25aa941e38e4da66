package io.arrtheaudio.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The daemon as the {@code arrtheaudio} script starts it. */
final class DaemonProcess implements AutoCloseable {

    static final String KEY = "a-key-for-the-load-test";
    private static final Pattern LISTENING = Pattern.compile("listening at http://127\\.0\\.0\\.1:([0-9]+)");

    private final Process process;
    private final int port;
    private final Duration start;

    private DaemonProcess(Process process, int port, Duration start) {
        this.process = process;
        this.port = port;
        this.start = start;
    }

    /**
     * Returns once it listens. The rate limits are out of the way.
     *
     * @param options for Java, beside those that the script gives it
     */
    static DaemonProcess start(String script, Path folder, Path library, String options)
            throws IOException, InterruptedException {
        Path settings = Files.writeString(folder.resolve("settings.yaml"), """
                language_priority: [jpn, eng]
                libraries: [%s]
                min_age: 0
                tmdb: {enabled: false}
                logging: {level: warn}
                processing: {max_queue_size: 1000000}
                api:
                  host: 127.0.0.1
                  port: 0
                  api_key: %s
                  rate_limits: {webhooks: 1000000, batches: 1000000}
                """.formatted(library, KEY));
        Path out = folder.resolve("daemon.out");
        ProcessBuilder builder = new ProcessBuilder(script, "-c", settings.toString(), "daemon")
                .redirectOutput(out.toFile())
                .redirectError(folder.resolve("daemon.err").toFile());
        builder.environment().put("ARRTHEAUDIO_HOME", folder.resolve("data").toString());
        builder.environment().put("ARRTHEAUDIO_JAVA_OPTS", options);
        long began = System.nanoTime();
        Process process = builder.start();
        while (process.isAlive()) {
            Matcher line = LISTENING.matcher(Files.readString(out));
            if (line.find()) {
                return new DaemonProcess(
                        process, Integer.parseInt(line.group(1)), Duration.ofNanos(System.nanoTime() - began));
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
        throw new IOException("the daemon ended: " + Files.readString(folder.resolve("daemon.err")));
    }

    Caller caller() throws IOException {
        return new Caller(port, KEY);
    }

    /** From the start of the script until it listened. */
    Duration start() {
        return start;
    }

    /** Its memory as the kernel counts it, in MiB: now, or at most until now. */
    long memory(boolean atMost) throws IOException {
        String field = atMost ? "VmHWM:" : "VmRSS:";
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                        .filter(line -> line.startsWith(field))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                        .findFirst()
                        .orElseThrow()
                / 1024;
    }

    /** Until nothing is queued and nobody works; how long that took. */
    Duration awaitIdle() throws IOException, InterruptedException {
        long began = System.nanoTime();
        try (Caller caller = caller()) {
            while (true) {
                String queue = caller.get("/api/v1/queue").body();
                if (number(queue, "queued") + number(queue, "running") == 0) {
                    return Duration.ofNanos(System.nanoTime() - began);
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
    }

    /** A number in a flat JSON object. */
    static long number(String json, String field) {
        Matcher found = Pattern.compile("\"" + field + "\":([0-9]+)").matcher(json);
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
