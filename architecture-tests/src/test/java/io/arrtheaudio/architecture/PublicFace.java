package io.arrtheaudio.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which types of adapters, door and server others see. In domain, ports and services everything public is meant to be; here a
 * type is public only if somebody outside is to use it, or another package of its module must. {@code docs/stability.md} says
 * what that promises.
 */
final class PublicFace {

    /** For whoever embeds: classes that answer ports, their settings, and what these are made of. */
    static final Set<String> SHOWN = named(Stream.of(
            below(Layers.EMBEDDED, "ArrTheAudio", "ArrTheAudioBuilder"),
            below(
                    Layers.ADAPTER + ".files",
                    "BuiltInEngine",
                    "DiskLeftovers",
                    "DiskMediaFiles",
                    "DiskReplacements",
                    "FolderProbe",
                    "HeaderInventory",
                    "LibraryProbe",
                    "PatchWriter",
                    "SpaceProbe",
                    "SparseStandIns",
                    "SystemProbe",
                    "archive.TarArchives",
                    "archive.TarTexts",
                    "journal.EntryFormat",
                    "journal.FileEditJournal",
                    "journal.LockFiles",
                    "nfo.NfoTitleNotes"),
            below(
                    Layers.ADAPTER + ".ffmpeg",
                    "FfmpegRewriter",
                    "ToolInspector",
                    "ToolPlanner",
                    "ToolSettings",
                    "Tools",
                    "ToolsProbe"),
            below(Layers.ADAPTER + ".tmdb", "TmdbOriginalLanguages", "TmdbProbe", "TmdbSettings"),
            below(
                    Layers.ADAPTER + ".jdbi",
                    "Database",
                    "DatabaseProbe",
                    "DatabasePulse",
                    "DatabaseSettings",
                    "DatabaseView",
                    "JdbiAuditLog",
                    "JdbiBatchStore",
                    "JdbiEditJournal",
                    "JdbiJobQueue",
                    "JdbiJobStore",
                    "JdbiLanguageCache",
                    "JdbiOldChanges",
                    "JdbiToldTitles",
                    "SqliteSnapshots",
                    "TableVersions"),
            below(
                    Layers.ADAPTER + ".micrometer",
                    "Metrics",
                    "Watched",
                    "tracing.RequestSpan",
                    "tracing.Traces",
                    "tracing.TracingSettings"),
            below(
                    Layers.ADAPTER + ".javalin",
                    "HttpServer",
                    "HttpSettings",
                    "LogLevels",
                    "MetricsPage",
                    "Rate",
                    "RequestObserver",
                    "ServerParts",
                    "SettingsReload"),
            below(Layers.ADAPTER + ".cli", "Program", "Terminal", "Wiring"),
            below(
                    Layers.LAUNCHER_SERVER,
                    "Daemon",
                    "HealthTimes",
                    "Launch",
                    "Main",
                    "settings.ApiSettings",
                    "settings.BackupSettings",
                    "settings.EngineChoice",
                    "settings.HealthSettings",
                    "settings.LibrarySchedule",
                    "settings.LoadedSettings",
                    "settings.LogFormat",
                    "settings.LogLevel",
                    "settings.LogOutput",
                    "settings.LogRotation",
                    "settings.LoggingSettings",
                    "settings.LookupSettings",
                    "settings.QueueSettings",
                    "settings.RunSettings",
                    "settings.ServerSettings",
                    "settings.Settings",
                    "settings.SettingsReader",
                    "settings.ToolPaths",
                    "settings.ToolsSettings")));

    /** Public for another package of the same house alone, and promised to nobody. */
    static final Set<String> BETWEEN = named(Stream.of(
            below(
                    Layers.ADAPTER + ".files",
                    "header.HeaderFormat",
                    "header.HeaderReader",
                    "header.Purpose",
                    "matroska.MatroskaFormat",
                    "matroska.Stretch",
                    "mp4.Mp4Format"),
            below(
                    Layers.LAUNCHER_SERVER,
                    "Access",
                    "Administration",
                    "ApiKeyFile",
                    "Assembly",
                    "DataHome",
                    "logging.LevelSwitch",
                    "logging.LogTail",
                    "logging.Logging",
                    "logging.QuietStart",
                    "settings.SettingsMeaning",
                    "settings.SettingsText")));

    private PublicFace() {}

    /** Public at the top of a file, where a list says what is. */
    static DescribedPredicate<JavaClass> seen() {
        return DescribedPredicate.describe(
                "public where a list says what is",
                type -> type.isTopLevelClass()
                        && type.getModifiers().contains(JavaModifier.PUBLIC)
                        && Stream.of(Layers.EMBEDDED, Layers.ADAPTER, Layers.LAUNCHER_SERVER)
                                .anyMatch(root -> (type.getPackageName() + ".").startsWith(root + ".")));
    }

    static DescribedPredicate<JavaClass> listed() {
        return DescribedPredicate.describe(
                "listed in PublicFace", type -> SHOWN.contains(type.getName()) || BETWEEN.contains(type.getName()));
    }

    private static Stream<String> below(String root, String... names) {
        return Stream.of(names).map(name -> root + "." + name);
    }

    private static Set<String> named(Stream<Stream<String>> lists) {
        return lists.flatMap(list -> list).collect(Collectors.toUnmodifiableSet());
    }
}
