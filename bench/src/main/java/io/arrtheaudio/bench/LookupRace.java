package io.arrtheaudio.bench;

import io.arrtheaudio.bench.page.Part;
import io.arrtheaudio.bench.page.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What looking original languages up costs a scan, by the command, with a server in TMDB's place on this machine. */
final class LookupRace implements Part {

    private static final int FILMS = 1_000;
    private static final int SERIES = 40;
    private static final int FAILURE = 500;

    @Override
    public void run(Work work) throws Exception {
        int films = work.effort().count(FILMS);
        int series = work.effort().count(SERIES);
        work.report().table("scan of " + films + " films, 2 workers", "ms", "requests");
        try (TmdbStandIn well = TmdbStandIn.answering(200);
                TmdbStandIn ill = TmdbStandIn.answering(FAILURE)) {
            Scans scans = new Scans(work, films);
            scans.library(series);
            scans.row(series + " series, every film wrong, no answer kept", well);
            scans.row("the same again, every film right now", well);
            scans.row("the same, `--no-tmdb`", well, "--no-tmdb");
            scans.library(films);
            scans.row(films + " series, every film wrong, TMDB answers " + FAILURE, ill);
            scans.library(films);
            scans.row("the same, `--no-tmdb`", ill, "--no-tmdb");
        }
    }

    /** Scans of one library by the command, with one data folder. */
    private record Scans(Work work, int count) {

        private static final Pattern TOOK = Pattern.compile("\"type\":\"summary\".*\"duration_ms\":([0-9]+)");
        private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

        /** Makes it anew, with a data folder that knows nothing. */
        void library(int series) throws IOException, InterruptedException {
            Folders.remove(data());
            Folders.remove(films());
            for (int i = 0; i < count; i++) {
                int number = i % series;
                Path season = films().resolve("Series " + number + " {tvdb-" + (number + 1) + "}/Season 01");
                Path film = Files.createDirectories(season).resolve("Series S01E" + i + ".mkv");
                Files.copy(work.smallFilm(), film);
                Files.setLastModifiedTime(film, LONG_AGO);
            }
            Tool.run("sync");
        }

        void row(String what, TmdbStandIn tmdb, String... options) throws IOException, InterruptedException {
            List<String> command =
                    new ArrayList<>(List.of(work.command(), "-c", settings(tmdb), "scan", "--yes", "--json"));
            command.addAll(List.of(options));
            command.add(films().toString());
            String printed = Tool.printed(Map.of("ARRTHEAUDIO_HOME", data().toString()), command);
            Matcher took = TOOK.matcher(printed);
            if (!took.find()) {
                throw new IllegalStateException("no summary in " + printed);
            }
            work.report().row(what, took.group(1), tmdb.requests());
        }

        private String settings(TmdbStandIn tmdb) throws IOException {
            return Files.writeString(work.folder().resolve("settings.yaml"), """
                    language_priority: [jpn]
                    tmdb: {api_key: 0123456789abcdef0123456789abcdef, base_url: "%s", max_requests: 10000, retries: 0}
                    """.formatted(tmdb.url()))
                    .toString();
        }

        private Path data() {
            return work.folder().resolve("data");
        }

        private Path films() {
            return work.folder().resolve("library");
        }
    }
}
