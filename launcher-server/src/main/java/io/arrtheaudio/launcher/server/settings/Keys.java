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
import io.arrtheaudio.service.Schedule;
import java.net.URI;
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
    private static final Shape<Integer> ID = new Shape.Whole(1, Integer.MAX_VALUE);
    private static final Shape<Integer> RATE = new Shape.Whole(1, 1_000_000);
    private static final Shape<Duration> WAIT = new Shape.Span(Duration.ofMillis(1), Duration.ofDays(1));

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
            "Folders of media: what callers of the daemon may name, and what `admin doctor` looks at. Without any: the"
                    + " `local` ones of `path_mappings`, and those that the paths of `path_overrides` begin with.");

    static final Key<Value> TMDB = now("tmdb", new Shape.Fields(true), "", "Original languages from TMDB.");
    static final Key<Boolean> TMDB_ENABLED =
            now("tmdb.enabled", new Shape.Flag(), "true", "Whether TMDB may be asked. Without a key it never is.");
    static final Key<String> TMDB_API_KEY = now(
            "tmdb.api_key",
            new TmdbKey(),
            "\"${TMDB_API_KEY}\"",
            "A key of version 3 or an API read access token. If the variable `TMDB_API_KEY` is not set, TMDB is off.");
    static final Key<URI> TMDB_BASE_URL = now(
            "tmdb.base_url",
            new TmdbAddress(),
            "https://api.themoviedb.org/3",
            "Where TMDB is, up to the version: for a proxy that stands in its place.");
    static final Key<Integer> TMDB_CACHE_TTL_DAYS = now(
            "tmdb.cache_ttl_days",
            new Shape.Whole(0, 180, "as TMDB's terms of use permit no more than six months"),
            "30",
            "How long answers are kept.");
    static final Key<Duration> TMDB_CACHE_MISS_TTL = now(
            "tmdb.cache_miss_ttl",
            new Shape.Span(Duration.ZERO, Duration.ofDays(180)),
            "1d",
            "How long it is kept that TMDB does not know a title or its language.");
    static final Key<Integer> TMDB_RETRIES = now(
            "tmdb.retries",
            new Shape.Whole(0, 10),
            "2",
            "How often a request is sent again if it is not answered well.");
    static final Key<Duration> TMDB_RETRY_DELAY = now(
            "tmdb.retry_delay",
            WAIT,
            "500ms",
            "The wait before it is sent again, varied by a quarter; doubled before each further time.");
    static final Key<Duration> TMDB_RETRY_AFTER_LIMIT = now(
            "tmdb.retry_after_limit",
            WAIT,
            "10s",
            "The longest wait that TMDB may ask for before another try; if it asks for more, nothing is asked"
                    + " for that time, an hour at most.");
    static final Key<Integer> TMDB_CIRCUIT_FAILURES = now(
            "tmdb.circuit_failures",
            new Shape.Whole(1, 1_000),
            "5",
            "After how many failures in a row TMDB is left alone for a while.");
    static final Key<Duration> TMDB_CIRCUIT_OPEN = now(
            "tmdb.circuit_open",
            WAIT,
            "60s",
            "How long that is; then one request is tried. After a key that is not accepted, too; doubled each time,"
                    + " up to an hour.");
    static final Key<Integer> TMDB_MAX_REQUESTS = now(
            "tmdb.max_requests", new Shape.Whole(1, 10_000), "40", "How many requests are sent in a `period` at most.");
    static final Key<Duration> TMDB_PERIOD = now("tmdb.period", WAIT, "10s", "See `max_requests`.");
    static final Key<Duration> TMDB_MAX_WAIT =
            now("tmdb.max_wait", WAIT, "10s", "How long a request may wait for its turn.");
    static final Key<Integer> TMDB_MAX_IN_FLIGHT = now(
            "tmdb.max_in_flight", new Shape.Whole(1, 100), "10", "How many requests may be on their way at a time.");
    static final Key<Duration> TMDB_CONNECT_TIMEOUT =
            now("tmdb.connect_timeout", WAIT, "5s", "How long to wait for a connection.");
    static final Key<Duration> TMDB_TIMEOUT =
            now("tmdb.timeout", WAIT, "10s", "How long to wait for one whole answer.");
    static final Key<Duration> TMDB_LOOKUP_TIMEOUT = now(
            "tmdb.lookup_timeout",
            WAIT,
            "20s",
            "How long all requests about one title may take together, repeated ones and the waits before them"
                    + " included; waiting for a turn is not.");

    static final Key<List<Value>> TITLES = now(
            "titles",
            new Shape.Rows(),
            "[]",
            "Titles whose original language is settled here, whatever TMDB, Sonarr and Radarr say. Each needs one of the"
                    + " four by which it is known, or several.");
    static final Key<Integer> TITLE_TMDB = now(
            "titles[].tmdb",
            ID,
            "",
            "Its number at TMDB. A film and a series may have the same; where you have both, use another id.");
    static final Key<Integer> TITLE_TVDB = now("titles[].tvdb", ID, "", "The series' number at TVDB.");
    static final Key<String> TITLE_IMDB = now("titles[].imdb", new ImdbId(), "", "Its id at IMDb.");
    static final Key<Glob> TITLE_PATH =
            now("titles[].path", new Shape.Where(), "", "Its files, as in `path_overrides[].path`.");
    static final Key<Language> TITLE_LANGUAGE =
            now("titles[].original_language", new Shape.Tongue(""), "", "Needed. The language it was made in.");

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
    static final Key<Integer> WORKER_COUNT = now(
            "processing.worker_count",
            new Shape.Whole(1, 256),
            "2",
            "How many files a scan or the daemon works on at a time.");
    static final Key<Integer> TIMEOUT_SECONDS = now(
            "processing.timeout_seconds",
            new Shape.Whole(1, Integer.MAX_VALUE),
            "300",
            "How long a tool may go without any progress before it is ended, and a job before the daemon reports it.");

    static final Key<Integer> MAX_QUEUE_SIZE = now(
            "processing.max_queue_size",
            new Shape.Whole(1, 10_000_000),
            "100000",
            "How many jobs batches and people may queue; beyond it they are told to come again. Webhooks are never refused.");
    static final Key<Integer> MAX_MP4_CONCURRENT = now(
            "processing.max_mp4_concurrent",
            new Shape.Whole(1, 256),
            "1",
            "How many MP4 files the daemon works on at a time with `engine: tools`, which writes them anew.");
    static final Key<Integer> RETRY_ATTEMPTS = now(
            "processing.retry_attempts",
            new Shape.Whole(0, 100),
            "2",
            "How often the daemon tries a file again if another try may help.");
    static final Key<Duration> RETRY_DELAY = now(
            "processing.retry_delay_seconds",
            new Shape.Span(Duration.ZERO, Duration.ofHours(1)),
            "60",
            "The wait before the first of them, and up to half as much more; doubled before each further one, up to an hour.");
    static final Key<Integer> WAIT_DAYS = now(
            "processing.wait_days",
            new Shape.Whole(0, 3_650),
            "30",
            "How long a job waits for a file that is not there, for room on the disk, or for the end of seeding.");
    static final Key<Integer> JOB_HISTORY_DAYS = now(
            "processing.job_history_days", new Shape.Whole(0, 36_500), "30", "How long jobs are kept that have ended.");
    static final Key<Integer> FAILED_JOB_DAYS = now(
            "processing.failed_job_days", new Shape.Whole(0, 36_500), "90", "How long jobs are kept that have failed.");
    static final Key<Integer> CLEANUP_INTERVAL_HOURS = now(
            "processing.cleanup_interval_hours",
            new Shape.Whole(1, 8_760),
            "24",
            "How often the daemon forgets those that are older.");
    static final Key<Duration> STOP_TIMEOUT = now(
            "processing.stop_timeout",
            new Shape.Span(Duration.ZERO, Duration.ofHours(1)),
            "30s",
            "How long files in hand may take when the daemon is stopped; what is not done by then is done after the next"
                    + " start.");
    static final Key<Integer> BATCH_CHUNK = now(
            "processing.batch_chunk",
            new Shape.Whole(1, 10_000),
            "1000",
            "How many files of a batch are queued in one step.");
    static final Key<Duration> BATCH_PAUSE = now(
            "processing.batch_pause_ms",
            new Millis(),
            "0",
            "The pause after each of these steps, for disks that are busy, in milliseconds.");

    static final Key<List<Value>> PATH_MAPPINGS = now(
            "path_mappings",
            new Shape.Rows(),
            "[]",
            "Where the paths of Sonarr and Radarr lie here. The longest `remote` that a path begins with holds. Without"
                    + " any, paths are taken as they are.");
    static final Key<String> MAPPING_REMOTE = now(
            "path_mappings[].remote",
            TEXT,
            "",
            "Needed. A folder as the app knows it: `/tv`, `D:\\TV`, `\\\\nas\\tv`.");
    static final Key<Path> MAPPING_LOCAL =
            now("path_mappings[].local", new Shape.Folder(), "", "Needed. The same folder here.");

    static final Key<Value> SCAN = now("scan", new Shape.Fields(), "", "What the daemon looks through by itself.");
    static final Key<List<Value>> SCAN_SCHEDULE = now(
            "scan.schedule",
            new Shape.Rows(),
            "[]",
            "Folders that are looked through again and again, so that what was left alone the first time gets its turn.");
    static final Key<Path> SCHEDULE_PATH =
            now("scan.schedule[].path", new Shape.Folder(), "", "Needed. A folder in one of the `libraries`.");
    static final Key<Schedule> SCHEDULE_WHEN =
            now("scan.schedule[].when", new When(), "", "Needed. In the time zone of this machine.");

    static final Key<Value> BACKUP =
            now("backup", new Shape.Fields(), "", "Backups of what the daemon remembers; see backup.md.");
    static final Key<Schedule> BACKUP_SCHEDULE = now(
            "backup.schedule",
            new When(),
            "",
            "When the daemon makes one by itself, in the time zone of this machine. Without it: never.");
    static final Key<Path> BACKUP_FOLDER = now(
            "backup.folder",
            new Shape.Folder(),
            "",
            "Where to; better on another disk. Without it: `backups` in the data folder.");
    static final Key<Integer> BACKUP_KEEP = now(
            "backup.keep",
            new Shape.Whole(1, 10_000),
            "7",
            "How many stay, the newest; those with other names than the daemon gives are never removed.");

    static final Key<Value> API = now("api", new Shape.Fields(true), "", "How the daemon is called.");
    static final Key<String> API_HOST =
            now("api.host", TEXT, "0.0.0.0", "The address it listens at; `0.0.0.0` for all.");
    static final Key<Integer> API_PORT = now("api.port", new Shape.Whole(0, 65_535), "9393", "The port; `0` for any.");
    static final Key<Boolean> API_AUTHENTICATION = now(
            "api.authentication",
            new Shape.Flag(),
            "true",
            "Whether callers must show a key. `false`: everybody who can reach the port may do everything.");
    static final Key<String> API_KEY = now(
            "api.api_key",
            new Secret(),
            "none",
            "What callers show. `none`: the one in the data folder, which the daemon makes at its first start.");
    static final Key<String> API_WEBHOOK_SECRET = now(
            "api.webhook_secret",
            new Secret(),
            "none",
            "A second key that opens webhooks only, or signs them. `none`: there is none.");
    static final Key<Boolean> API_OPEN_METRICS =
            now("api.open_metrics", new Shape.Flag(), "false", "Whether `/metrics` needs no key.");
    static final Key<List<String>> API_TRUSTED_PROXIES = now(
            "api.trusted_proxies",
            new Addresses(),
            "[]",
            "Proxies whose word is taken about who is calling: addresses and ranges such as `172.16.0.0/12`.");
    static final Key<Value> API_RATE_LIMITS = now(
            "api.rate_limits", new Shape.Fields(), "", "How often one client may call, in a minute. Beyond it: 429.");
    static final Key<Integer> RATE_BATCHES = now("api.rate_limits.batches", RATE, "10", "To start a batch.");
    static final Key<Integer> RATE_FAILURES = now("api.rate_limits.failures", RATE, "10", "Without the right key.");
    static final Key<Integer> RATE_OPEN_WEBHOOKS =
            now("api.rate_limits.open_webhooks", RATE, "100", "Webhooks where `authentication` is off.");
    static final Key<Integer> RATE_WEBHOOKS = now(
            "api.rate_limits.webhooks",
            RATE,
            "6000",
            "Webhooks with the right key. Sonarr and Radarr lose events after a 429.");

    static final Key<Value> HEALTH = now("health", new Shape.Fields(), "", "What counts as wrong.");
    static final Key<Integer> MIN_FREE_PERCENT = now(
            "health.min_free_percent",
            new Shape.Whole(0, 99),
            "10",
            "How much of the disk of each library and of the data folder must be free, else health is degraded. `0`: none.");

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
            "info",
            "How much. Stack traces are only shown at `debug` and `trace`.");
    static final Key<LogOutput> LOG_OUTPUT =
            now("logging.output", new Shape.Output(), "stderr", "Where to. A file is made if it is not there.");
    static final Key<Integer> LOG_SIZE = now(
            "logging.max_size_mb",
            new Shape.Whole(1, 100_000),
            "20",
            "A log file is put aside, gzipped, when it has grown to so many megabytes; one with a `%` in its path is not.");
    static final Key<Integer> LOG_KEEP = now(
            "logging.keep",
            new Shape.Whole(0, 1_000),
            "5",
            "How many log files that were put aside are kept; at 0 none is put aside, for another program does it.");

    static final Key<Value> TRACING = now(
            "tracing",
            new Shape.Fields(true),
            "",
            "Where the daemon's time goes, told to a collector; see logging.md.");
    static final Key<URI> TRACING_ENDPOINT = now(
            "tracing.otlp_endpoint",
            new CollectorAddress(),
            "",
            "A collector that takes OTLP over HTTP, such as `http://tempo:4318`. Without it: nothing is told.");
    static final Key<Double> TRACING_SAMPLE =
            now("tracing.sample", new Share(), "1.0", "How many of all traces are sent: `0.1` for one of ten.");
    static final Key<Map<String, String>> TRACING_HEADERS = now(
            "tracing.headers",
            new SecretHeaders(),
            "none",
            "What goes with each request to it, perhaps a key: `name=value`, several with commas between them; `%2C`"
                    + " stands for a comma in a value.");

    static {
        never("tmdb.cache_path", TEXT, "Answers are kept in the database.");
        never("api.workers", COUNT, "The server needs no such number.");
        never("processing.job_retention_days", COUNT, "`job_history_days` and `failed_job_days` take its place.");
        never("jobs", new Shape.Fields(), "Jobs are kept in the data folder.");
        never("jobs.storage_path", TEXT, "Jobs are kept in the data folder.");
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

    private static void never(String path, Shape<?> shape, String meaning) {
        known(new Key<>(path, shape, "", meaning, Effect.NEVER));
    }

    private static <T> Key<T> known(Key<T> key) {
        BY_PATH.put(key.path(), key);
        return key;
    }
}
