package io.arrtheaudio.domain.arr;

import io.arrtheaudio.domain.arr.ArrEvent.Move;
import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.title.TitleHint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the environment variables that Sonarr and Radarr give a custom script. Their names are matched in any letter case,
 * because on Linux they come in lower case whatever the documentation says.
 */
public final class ScriptVariables {

    private final ArrApp app;
    private final Map<String, String> values;

    /** How the two apps call the same things. */
    private record Names(String title, String folder, String file) {

        static Names of(ArrApp app) {
            return app == ArrApp.SONARR
                    ? new Names("series_", "series_path", "episodefile_")
                    : new Names("movie_", "movie_path", "moviefile_");
        }
    }

    private ScriptVariables(ArrApp app, Map<String, String> values) {
        this.app = app;
        this.values = values;
    }

    /**
     * What the variables say has happened.
     *
     * @param environment all variables of a process; others than those of the two apps do not matter
     * @throws IllegalArgumentException if neither app has set them, or a path among them cannot be one
     */
    public static ArrEvent read(Map<String, String> environment) {
        Map<String, String> lower = new HashMap<>();
        environment.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        return Stream.of(ArrApp.values())
                .filter(app -> lower.containsKey(prefix(app) + "eventtype"))
                .findFirst()
                .map(app -> new ScriptVariables(app, lower).event())
                .orElseThrow(() -> new IllegalArgumentException(
                        "neither sonarr_eventtype nor radarr_eventtype is set; this is for Sonarr and Radarr to call"));
    }

    private static String prefix(ArrApp app) {
        return app.label().toLowerCase(Locale.ROOT) + "_";
    }

    private ArrEvent event() {
        String event = value("eventtype");
        return switch (event.toLowerCase(Locale.ROOT)) {
            case "test" -> new ArrEvent.Tested(app);
            case "download" -> imported(event);
            case "rename" -> renamed(event);
            case "episodefiledelete", "moviefiledelete" -> deleted(event);
            case "seriesdelete", "moviedelete" -> folderDeleted(event);
            default -> new ArrEvent.Ignored(app, event);
        };
    }

    private ArrEvent imported(String event) {
        List<ArrFile> files = value(names().file() + "path").isEmpty()
                        && value(names().file() + "relativepath").isEmpty()
                ? several("")
                : single();
        return files.isEmpty()
                ? withoutFiles(event)
                : new ArrEvent.Imported(app, files, title(), folder(), original(), isTrue("isupgrade"), replaced());
    }

    private List<ArrFile> single() {
        String file = names().file();
        List<String> places = ArrFile.places(folder(), value(file + "relativepath"), value(file + "path"));
        return places.isEmpty()
                ? List.of()
                : List.of(new ArrFile(places, 0, value(file + "releasegroup"), value(file + "scenename")));
    }

    /** Of a whole release, or of a renaming. */
    private List<ArrFile> several(String which) {
        return places(value(names().file() + which + "relativepaths"), value(names().file() + which + "paths")).stream()
                .map(ArrFile::new)
                .toList();
    }

    private List<ArrFile> replaced() {
        return places(value("deletedrelativepaths"), value("deletedpaths")).stream()
                .map(ArrFile::new)
                .toList();
    }

    private ArrEvent renamed(String event) {
        List<ArrFile> now = several("");
        List<ArrFile> before = several("previous");
        List<Move> moves = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            boolean isPaired = before.size() == now.size();
            moves.add(new Move(isPaired ? before.get(i).paths() : List.of(), now.get(i)));
        }
        return moves.isEmpty() ? withoutFiles(event) : new ArrEvent.Renamed(app, moves, title(), folder(), original());
    }

    private ArrEvent deleted(String event) {
        List<ArrFile> files = single();
        return files.isEmpty() ? withoutFiles(event) : new ArrEvent.Deleted(app, files);
    }

    private ArrEvent folderDeleted(String event) {
        return folder().isBlank()
                ? new ArrEvent.Ignored(app, event, "it names no folder")
                : new ArrEvent.FolderDeleted(app, folder(), isTrue(names().title() + "deletedfiles"));
    }

    private ArrEvent withoutFiles(String event) {
        return new ArrEvent.Ignored(app, event, "it names no file");
    }

    /** Where each of several files may be. Lists that do not fit each other, or the folder, have names with bars in them. */
    private List<List<String>> places(String relativePaths, String paths) {
        List<String> relative = PathList.split(relativePaths);
        List<String> absolute = PathList.split(paths);
        if (relative.size() == absolute.size() && !isCut(absolute)) {
            return pairs(relative, absolute);
        }
        Optional<List<String>> within = PathList.splitWithin(folder(), paths);
        if (within.isPresent()) {
            return alone(within.get());
        }
        return paths.isEmpty() ? pairs(relative, Collections.nCopies(relative.size(), "")) : alone(absolute);
    }

    /** Whether a piece does not lie in the folder although the first one does. */
    private boolean isCut(List<String> absolute) {
        return !absolute.isEmpty()
                && absolute.get(0).startsWith(folder())
                && absolute.stream().anyMatch(path -> !path.startsWith(folder()));
    }

    private List<List<String>> pairs(List<String> relative, List<String> absolute) {
        List<List<String>> places = new ArrayList<>();
        for (int i = 0; i < relative.size(); i++) {
            places.add(ArrFile.places(folder(), relative.get(i), absolute.get(i)));
        }
        return places.stream().filter(at -> !at.isEmpty()).toList();
    }

    private static List<List<String>> alone(List<String> absolute) {
        return absolute.stream().filter(path -> !path.isBlank()).map(List::of).toList();
    }

    private TitleHint title() {
        String title = names().title();
        return app.title(
                value(title + "title"),
                number(title + "year"),
                number(title + "tmdbid"),
                number(title + "tvdbid"),
                value(title + "imdbid"));
    }

    private OriginalLanguage original() {
        return app.languageCoded(value(names().title() + "originallanguage"));
    }

    private String folder() {
        return value(names().folder());
    }

    private Names names() {
        return Names.of(app);
    }

    private boolean isTrue(String name) {
        return value(name).equalsIgnoreCase("true");
    }

    private long number(String name) {
        return value(name).matches("[0-9]{1,18}") ? Long.parseLong(value(name)) : 0;
    }

    private String value(String name) {
        return values.getOrDefault(prefix(app) + name, "");
    }
}
