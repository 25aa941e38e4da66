package io.arrtheaudio.bench.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A page whose tables stand between {@code <!-- name -->} and {@code <!-- end of name -->}. */
public record Page(String text) {

    /** The page with the tables of a folder, in which each is a file {@code name.md}. */
    public static Page read(Path page, Path tables) throws IOException {
        Page read = new Page(Files.readString(page));
        for (Path table : filesIn(tables)) {
            String name = table.getFileName().toString().replace(".md", "");
            read = read.with(name, Files.readString(table).strip());
        }
        return read;
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(".md")).sorted().toList();
        }
    }

    private Page with(String name, String table) {
        String begin = "<!-- " + name + " -->";
        int from = text.indexOf(begin);
        int to = text.indexOf("<!-- end of " + name + " -->");
        if (from < 0 || to < from) {
            throw new IllegalArgumentException(
                    "the page has no place for '" + name + "': no " + begin + " and its end");
        }
        return new Page(text.substring(0, from) + begin + "\n\n" + table + "\n\n" + text.substring(to));
    }
}
