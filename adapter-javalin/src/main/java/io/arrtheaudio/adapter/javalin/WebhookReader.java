package io.arrtheaudio.adapter.javalin;

import com.fasterxml.jackson.databind.JsonNode;
import io.arrtheaudio.domain.arr.ArrApp;
import io.arrtheaudio.domain.arr.ArrEvent;
import io.arrtheaudio.domain.arr.ArrEvent.Move;
import io.arrtheaudio.domain.arr.ArrFile;
import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.title.TitleHint;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads what Sonarr (version 4) and Radarr (versions 5 and 6) post. Lenient: fields may come in any order, be missing, null
 * or of another type, and unknown ones do not matter; what cannot be used counts as not told.
 */
final class WebhookReader {

    private final ArrApp app;
    private final JsonNode body;

    private WebhookReader(ArrApp app, JsonNode body) {
        this.app = app;
        this.body = body;
    }

    /**
     * What has happened.
     *
     * @param address whose address it was posted to; a body of the other app is read as what it is
     * @throws IllegalArgumentException if this is no event of an Arr app, or names a file that cannot be one
     */
    static ArrEvent read(ArrApp address, JsonNode body) {
        if (!body.isObject() || !body.path("eventType").isTextual()) {
            throw new IllegalArgumentException("the body has no eventType, as Sonarr and Radarr send it");
        }
        return new WebhookReader(sender(address, body), body).event();
    }

    private static ArrApp sender(ArrApp address, JsonNode body) {
        if (body.has("series") == body.has("movie")) {
            return address;
        }
        return body.has("series") ? ArrApp.SONARR : ArrApp.RADARR;
    }

    /** The name comes first, since {@code deletedFiles} is a list in one event and a truth value in another. */
    private ArrEvent event() {
        String event = text(body, "eventType");
        return switch (event.toLowerCase(Locale.ROOT)) {
            case "test" -> new ArrEvent.Tested(app);
            case "download" -> imported(event);
            case "rename" -> renamed(event);
            case "episodefiledelete", "moviefiledelete" -> deleted(event);
            case "seriesdelete", "moviedelete" -> folderDeleted(event);
            default -> new ArrEvent.Ignored(app, event);
        };
    }

    /** Of one file, or of all files of a release; both are called the same. */
    private ArrEvent imported(String event) {
        List<ArrFile> files = files(told(several(), one()));
        return files.isEmpty()
                ? withoutFiles(event)
                : new ArrEvent.Imported(
                        app,
                        files,
                        title(),
                        folder(),
                        original(),
                        body.path("isUpgrade").asBoolean(),
                        files(elements(body.path("deletedFiles"))));
    }

    private ArrEvent renamed(String event) {
        List<Move> moves = elements(body.path(app == ArrApp.SONARR ? "renamedEpisodeFiles" : "renamedMovieFiles"))
                .flatMap(file -> file(file).map(now -> new Move(before(file), now)).stream())
                .toList();
        return moves.isEmpty() ? withoutFiles(event) : new ArrEvent.Renamed(app, moves, title(), folder(), original());
    }

    private List<String> before(JsonNode file) {
        return ArrFile.places(folder(), text(file, "previousRelativePath"), text(file, "previousPath"));
    }

    private ArrEvent deleted(String event) {
        List<ArrFile> files = files(told(several(), one()));
        return files.isEmpty() ? withoutFiles(event) : new ArrEvent.Deleted(app, files);
    }

    private ArrEvent folderDeleted(String event) {
        return folder().isBlank()
                ? new ArrEvent.Ignored(app, event, "it names no folder")
                : new ArrEvent.FolderDeleted(
                        app, folder(), body.path("deletedFiles").asBoolean());
    }

    private ArrEvent withoutFiles(String event) {
        return new ArrEvent.Ignored(app, event, "it names no file");
    }

    private Stream<JsonNode> told(JsonNode several, JsonNode one) {
        return Stream.concat(elements(several), one.isObject() ? Stream.of(one) : Stream.empty());
    }

    private JsonNode several() {
        return body.path(app == ArrApp.SONARR ? "episodeFiles" : "movieFiles");
    }

    private JsonNode one() {
        return body.path(app == ArrApp.SONARR ? "episodeFile" : "movieFile");
    }

    private List<ArrFile> files(Stream<JsonNode> files) {
        return files.map(this::file).flatMap(Optional::stream).toList();
    }

    private Optional<ArrFile> file(JsonNode file) {
        List<String> places = ArrFile.places(folder(), text(file, "relativePath"), text(file, "path"));
        return places.isEmpty()
                ? Optional.empty()
                : Optional.of(new ArrFile(
                        places,
                        Math.max(0, file.path("size").asLong()),
                        text(file, "releaseGroup"),
                        text(file, "sceneName")));
    }

    private String folder() {
        return app == ArrApp.SONARR ? text(about(), "path") : text(about(), "folderPath");
    }

    private TitleHint title() {
        JsonNode remote = body.path("remoteMovie");
        return app.title(
                text(about(), "title"),
                about().path("year").asLong(),
                first(about().path("tmdbId").asLong(), remote.path("tmdbId").asLong()),
                about().path("tvdbId").asLong(),
                first(text(about(), "imdbId"), text(remote, "imdbId")));
    }

    private OriginalLanguage original() {
        JsonNode told = about().path("originalLanguage");
        return app.languageNamed(told.isTextual() ? told.asText() : text(told, "name"));
    }

    private JsonNode about() {
        return body.path(app == ArrApp.SONARR ? "series" : "movie");
    }

    private static long first(long one, long other) {
        return one > 0 ? one : other;
    }

    private static String first(String one, String other) {
        return one.isBlank() ? other : one;
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return list.isArray() ? StreamSupport.stream(list.spliterator(), false) : Stream.empty();
    }

    private static String text(JsonNode in, String field) {
        return in.path(field).isTextual() ? in.path(field).asText() : "";
    }
}
