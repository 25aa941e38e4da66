package io.arrtheaudio.launcher.server.settings;

import io.arrtheaudio.domain.choice.DisabledTracks;
import io.arrtheaudio.domain.choice.OriginalUse;
import io.arrtheaudio.domain.choice.Ranking;
import io.arrtheaudio.domain.choice.UngroupedTracks;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.library.Glob;
import io.arrtheaudio.launcher.server.settings.Key.Effect;
import io.arrtheaudio.service.HardlinkRule;
import io.arrtheaudio.service.MtimeRule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every key of the settings file: the one table that the reader, the documentation and the JSON schema follow. */
final class Keys {

    private static final Map<String, Key<?>> BY_PATH = new LinkedHashMap<>();

    private static final Shape<Integer> COUNT = new Shape.Whole(0, Integer.MAX_VALUE);
    private static final Shape<String> TEXT = new Shape.Text();

    static final Key<List<Language>> LANGUAGE_PRIORITY = now(
            "language_priority",
            new Shape.Tongues(),
            "[eng]",
            "Wanted languages, the most wanted first: codes (`jpn`, `ja`, `pt-BR`) or English names (`Japanese`).");

    static final Key<List<Value>> PATH_OVERRIDES = now(
            "path_overrides",
            new Shape.Rows(),
            "[]",
            "Other wishes for some paths. The first that fits a file holds; what it does not say comes from the keys"
                    + " outside.");
    static final Key<Glob> OVERRIDE_PATH = now(
            "path_overrides[].path",
            new Shape.Where(),
            "",
            "Needed. Which files, by their absolute path. `*` also crosses `/`; `?`, `[a-z]` and `[!a-z]` stand for one"
                    + " character; letter case counts.");
    static final Key<List<Language>> OVERRIDE_LANGUAGES =
            now("path_overrides[].language_priority", new Shape.Tongues(), "", "As `language_priority`.");
    static final Key<OriginalUse> OVERRIDE_ORIGINAL = now(
            "path_overrides[].original_language", Words.of(OriginalUse.class), "", "As `selection.original_language`.");
    static final Key<Ranking> OVERRIDE_RANKING =
            now("path_overrides[].ranking", Words.of(Ranking.class), "", "As `selection.ranking`.");
    static final Key<Language> OVERRIDE_UNTAGGED =
            now("path_overrides[].untagged", new Shape.Tongue("leave"), "", "As `selection.untagged`.");

    static final Key<Value> SELECTION = now("selection", new Shape.Fields(), "", "How a track is chosen.");
    static final Key<OriginalUse> ORIGINAL = now(
            "selection.original_language",
            Words.of(OriginalUse.class),
            "prefer",
            "Whether a title's original language, if it is known, comes before `language_priority`.");
    static final Key<Ranking> RANKING = now(
            "selection.ranking",
            Words.of(Ranking.class),
            "keep-current",
            "Which of several tracks in one language. `keep-current`: the one that is the default now, else the first.");
    static final Key<Language> UNTAGGED = now(
            "selection.untagged",
            new Shape.Tongue("leave"),
            "leave",
            "The language that tracks without one are taken for. `leave`: for none. Nothing is written to them.");
    static final Key<DisabledTracks> DISABLED_TRACKS = now(
            "selection.disabled_tracks",
            Words.of(DisabledTracks.class),
            "ignore",
            "Whether Matroska tracks that are switched off may be chosen.");
    static final Key<UngroupedTracks> MP4_UNGROUPED = now(
            "selection.mp4_ungrouped",
            Words.of(UngroupedTracks.class),
            "switch",
            "MP4 files whose audio tracks are not marked as alternatives: change them, or leave them alone.");

    static final Key<Value> CONTAINERS = now("containers", new Shape.Fields(), "", "Which files may be changed.");
    static final Key<Boolean> MKV = now("containers.mkv", new Shape.Flag(), "true", "Matroska and WebM.");
    static final Key<Boolean> MP4 = now("containers.mp4", new Shape.Flag(), "true", "MP4, M4V and MOV.");

    static final Key<EngineChoice> ENGINE = now(
            "engine",
            Words.of(EngineChoice.class),
            "auto",
            "What reads and changes files. `auto`: the built-in engine, and the tools for what it declines, where they are"
                    + " installed.");
    static final Key<HardlinkRule> HARDLINKS = now(
            "hardlinks",
            Words.of(HardlinkRule.class),
            "skip",
            "Files with more than one name, perhaps a seeding torrent. `copy` changes a copy, which takes the place of"
                    + " the one name; `edit` changes the bytes under all names.");
    static final Key<Long> HARDLINK_COPY_LIMIT = now(
            "hardlink_copy_limit",
            new Size(),
            "none",
            "How much `hardlinks: copy` may copy while the program runs; `0`: nothing that the disk cannot share.");
    static final Key<MtimeRule> MTIME = now(
            "mtime",
            Words.of(MtimeRule.class),
            "touch",
            "The modification time of a changed file. `touch`: now, so that players look again.");
    static final Key<Duration> MIN_AGE = now(
            "min_age",
            new Shape.Span(),
            "60s",
            "A scan leaves files alone that changed more recently, as they may still be copied. `0`: no limit.");

    static final Key<Boolean> ALLOW_TAIL_TRACKS = now(
            "allow_tail_tracks",
            new Shape.Flag(),
            "false",
            "Whether a tool may leave the track list of a Matroska file behind the media data, where some players do not"
                    + " look for it.");
    static final Key<List<Path>> LIBRARIES = now(
            "libraries",
            new Shape.Folders(),
            "[]",
            "Folders of media, for `admin doctor`. Without any: those that the paths of `path_overrides` begin with.");

    static final Key<Value> TOOLS =
            now("tools", new Shape.Fields(), "", "Programs that are used where they are there.");
    static final Key<String> FFPROBE =
            now("tools.ffprobe", new Shape.Tool(), "ffprobe", "Reads files. A bare name is looked for in `PATH`.");
    static final Key<String> FFMPEG = now("tools.ffmpeg", new Shape.Tool(), "ffmpeg", "Writes MP4 files anew.");
    static final Key<String> MKVPROPEDIT =
            now("tools.mkvpropedit", new Shape.Tool(), "mkvpropedit", "Changes Matroska files.");
    static final Key<String> MKVMERGE = now("tools.mkvmerge", new Shape.Tool(), "mkvmerge", "Reads Matroska files.");
    static final Key<Boolean> VERIFY_STREAMS = now(
            "tools.verify_streams",
            new Shape.Flag(),
            "false",
            "Whether to compare all media data after a file was written anew. Reads both files whole.");

    static final Key<Value> PROCESSING = now("processing", new Shape.Fields(), "", "How much at a time.");
    static final Key<Integer> WORKER_COUNT =
            now("processing.worker_count", new Shape.Whole(1, 256), "2", "How many files a scan works on at a time.");
    static final Key<Integer> TIMEOUT_SECONDS = now(
            "processing.timeout_seconds",
            new Shape.Whole(1, Integer.MAX_VALUE),
            "300",
            "How long a tool may go without any progress before it is ended.");

    static final Key<Value> EXECUTION = now("execution", new Shape.Fields(), "", "Whether anything is written.");
    static final Key<Boolean> DRY_RUN =
            now("execution.dry_run", new Shape.Flag(), "false", "Tell what would be changed, write nothing.");
    static final Key<Boolean> SKIP_IF_CORRECT = now(
            "execution.skip_if_correct",
            new Shape.Flag(),
            "true",
            "Files that are right already are never touched; `false` is accepted and changes nothing.");

    static final Key<Value> LOGGING = now("logging", new Shape.Fields(), "", "What the program tells about its work.");
    static final Key<LogFormat> LOG_FORMAT =
            now("logging.format", Words.of(LogFormat.class), "text", "Plain lines, or one JSON object a line.");
    static final Key<LogLevel> LOG_LEVEL = now(
            "logging.level",
            Words.of(LogLevel.class).withOlder(Map.of("warning", "warn", "critical", "error")),
            "warn",
            "How much. Stack traces are only shown at `debug` and `trace`.");
    static final Key<LogOutput> LOG_OUTPUT =
            now("logging.output", new Shape.Output(), "stderr", "Where to. A file is made if it is not there.");

    static {
        later("path_mappings", new Shape.Rows(), "Paths of Sonarr and Radarr, and where they lie here.");
        later("path_mappings[].remote", TEXT, "The path there.");
        later("path_mappings[].local", TEXT, "The path here.");
        later("tmdb", new Shape.Fields(), "Original languages from TMDB.");
        later("tmdb.enabled", new Shape.Flag(), "Whether TMDB is asked.");
        later("tmdb.api_key", TEXT, "The key for TMDB.");
        later("tmdb.cache_ttl_days", COUNT, "How long answers are kept.");
        later("tmdb.cache_path", TEXT, "Where answers are kept.");
        later("api", new Shape.Fields(), "The server.");
        later("api.host", TEXT, "The address it listens on.");
        later("api.port", new Shape.Whole(0, 65_535), "The port it listens on.");
        later("api.webhook_secret", TEXT, "Signs webhooks.");
        later("api.api_key", TEXT, "What callers show.");
        later("api.trusted_proxies", new Shape.Texts(), "Whose word about callers' addresses counts.");
        later("api.rate_limits", new Shape.Anything(), "How often callers may ask.");
        never("api.workers", COUNT, "The server needs no such number.");
        later("processing.max_queue_size", COUNT, "How many jobs may wait.");
        later("processing.max_mp4_concurrent", COUNT, "How many MP4 files tools rewrite at a time.");
        later("processing.retry_attempts", COUNT, "How often a job is tried again.");
        later("processing.retry_delay_seconds", COUNT, "How long it waits before.");
        later("processing.job_history_days", COUNT, "How long finished jobs are kept.");
        later("processing.failed_job_days", COUNT, "How long failed jobs are kept.");
        later("processing.cleanup_interval_hours", COUNT, "How often old jobs are deleted.");
        never("processing.job_retention_days", COUNT, "`job_history_days` and `failed_job_days` take its place.");
        later("jobs", new Shape.Fields(), "The server's jobs.");
        later("jobs.storage_path", TEXT, "Where they are kept.");
    }

    private Keys() {}

    /** Every key, in the order of the documentation. */
    static Collection<Key<?>> all() {
        return Collections.unmodifiableCollection(BY_PATH.values());
    }

    /** The key with this path, if there is one. */
    static Optional<Key<?>> at(String path) {
        return Optional.ofNullable(BY_PATH.get(path));
    }

    private static <T> Key<T> now(String path, Shape<T> shape, String byDefault, String meaning) {
        return known(new Key<>(path, shape, byDefault, meaning, Effect.NOW));
    }

    private static void later(String path, Shape<?> shape, String meaning) {
        known(new Key<>(path, shape, "", meaning, Effect.LATER));
    }

    private static void never(String path, Shape<?> shape, String meaning) {
        known(new Key<>(path, shape, "", meaning, Effect.NEVER));
    }

    private static <T> Key<T> known(Key<T> key) {
        BY_PATH.put(key.path(), key);
        return key;
    }
}
