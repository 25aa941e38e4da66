package io.arrtheaudio.bench.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes the flight recorder of another program write what {@link Samples} reads, and little else.
 *
 * @param file where it writes to, when the program ends
 */
public record Recorder(Path file) {

    private static final String SETTINGS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <configuration version="2.0">
              <event name="jdk.ExecutionSample">
                <setting name="enabled">true</setting>
                <setting name="period">10 ms</setting>
              </event>
              <event name="jdk.ThreadCPULoad">
                <setting name="enabled">true</setting>
                <setting name="period">1 s</setting>
              </event>
              <event name="jdk.ThreadPark">
                <setting name="enabled">true</setting>
                <setting name="stackTrace">true</setting>
                <setting name="threshold">0 ms</setting>
              </event>
              <event name="jdk.GarbageCollection">
                <setting name="enabled">true</setting>
                <setting name="threshold">0 ms</setting>
              </event>
            </configuration>
            """;

    /** Options for Java, separated by spaces; the arrtheaudio script switches the flight recorder off. */
    public String options() throws IOException {
        Path settings = Files.writeString(file.resolveSibling("recorder.jfc"), SETTINGS);
        return "-XX:+FlightRecorder -XX:StartFlightRecording:filename=" + file + ",settings=" + settings;
    }
}
