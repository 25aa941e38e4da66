package io.arrtheaudio.adapter.files;

import io.arrtheaudio.domain.health.Finding;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the system grants to a program.
 *
 * @param limits where Linux tells its limits (proc(5)); other systems have no such file, and nothing is said about it there
 * @param encoding the one in which names of files are read and written
 */
record Surroundings(Path limits, String encoding) {

    private static final Pattern OPEN_FILES = Pattern.compile("^Max open files +(\\d+) ", Pattern.MULTILINE);
    private static final long FEW = 1_024;

    static Surroundings ofThisProgram() {
        return new Surroundings(
                Path.of("/proc/self/limits"),
                System.getProperty("sun.jnu.encoding", Charset.defaultCharset().name()));
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        addOpenFiles(findings);
        findings.add(
                encoding.equalsIgnoreCase(StandardCharsets.UTF_8.name())
                        ? Finding.ok("names of files", encoding)
                        : Finding.warning(
                                "names of files",
                                "the system's encoding is " + encoding
                                        + ", so files with other letters in their names cannot be opened",
                                "start the program with LC_ALL=C.UTF-8 in its environment"));
        return findings;
    }

    /** Unlimited ones are enough. */
    private void addOpenFiles(List<Finding> findings) {
        Matcher told = OPEN_FILES.matcher(toldLimits());
        if (told.find()) {
            long most = Long.parseLong(told.group(1));
            findings.add(
                    most >= FEW
                            ? Finding.ok("open files", most + " at most")
                            : Finding.warning(
                                    "open files",
                                    most + " at most, fewer than " + FEW,
                                    "raise the limit: ulimit -n 4096, or LimitNOFILE=4096 in a systemd unit"));
        }
    }

    private String toldLimits() {
        try {
            return Files.readString(limits);
        } catch (IOException e) {
            return "";
        }
    }
}
