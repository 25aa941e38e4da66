package io.arrtheaudio.architecture;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Promise P9: one component opens media for writing. Whatever can change a disk is named here, and who may use which part
 * of it. A class that is not named may use nothing of it; reading is open to all.
 */
final class DiskWrites extends ArchCondition<JavaClass> {

    /** Options that let a channel or stream write; {@code READ} and {@code NOFOLLOW_LINKS} are the rest. */
    private static final Set<String> WRITE_OPTIONS = Set.of(
            "WRITE",
            "APPEND",
            "CREATE",
            "CREATE_NEW",
            "TRUNCATE_EXISTING",
            "DELETE_ON_CLOSE",
            "SPARSE",
            "SYNC",
            "DSYNC");

    /** Classes of which every method or constructor named here changes a disk, or opens something that does. */
    private static final Map<String, Pattern> WRITERS = Map.ofEntries(
            Map.entry(
                    "java.nio.file.Files",
                    Pattern.compile("write.*|newOutputStream|newBufferedWriter|newByteChannel|copy|move|delete.*"
                            + "|create.*|set.*|getFileAttributeView")),
            Map.entry(
                    "java.nio.channels.FileChannel",
                    Pattern.compile("open|write|truncate|transferFrom|map|force|tryLock|lock")),
            Map.entry("java.nio.channels.AsynchronousFileChannel", Pattern.compile(".*")),
            Map.entry("java.nio.channels.SeekableByteChannel", Pattern.compile("write|truncate")),
            Map.entry("java.nio.file.spi.FileSystemProvider", Pattern.compile(".*")),
            Map.entry("java.nio.file.attribute.BasicFileAttributeView", Pattern.compile("setTimes")),
            Map.entry("java.nio.file.attribute.UserDefinedFileAttributeView", Pattern.compile("write|delete")),
            Map.entry("java.io.RandomAccessFile", Pattern.compile(".*")),
            Map.entry(
                    "java.io.File",
                    Pattern.compile("delete.*|renameTo|mkdirs?|create(NewFile|TempFile)|setLastModified|set[A-Z].*")));

    /** Of these the constructors that take a file or its name; the others write to what is open already. */
    private static final Set<String> NAMED_STREAMS = Set.of(
            "java.io.FileOutputStream",
            "java.io.FileWriter",
            "java.io.PrintStream",
            "java.io.PrintWriter",
            "java.util.Formatter");

    private static final String FILES = "io.arrtheaudio.adapter.files.";
    private static final String CLI = "io.arrtheaudio.adapter.cli.";
    private static final String JDBI = "io.arrtheaudio.adapter.jdbi.";
    private static final String FFMPEG = "io.arrtheaudio.adapter.ffmpeg.";
    private static final String LOGGING = "io.arrtheaudio.launcher.server.logging.";

    /** Who may do what; {@code "Files.copy"} names a method, {@code "*"} everything. */
    private static final Map<String, Set<String>> PERMITTED = Map.ofEntries(
            // the one component that opens media for writing
            Map.entry(FILES + "PatchWriter", Set.of("*")),
            // writes to what PatchWriter has opened; opens nothing itself
            Map.entry(FILES + "ChannelFile", Set.of("FileChannel.write", "FileChannel.truncate", "FileChannel.force")),
            // opens for reading only: the options that write are refused to it like to everybody
            Map.entry(FILES + "header.HeaderReader", Set.of("FileChannel.open")),
            // the key for callers, in the data folder: made whole and once
            Map.entry(
                    "io.arrtheaudio.launcher.server.ApiKeyFile",
                    Set.of(
                            "Files.createDirectories",
                            "Files.createTempFile",
                            "Files.createLink",
                            "Files.move",
                            "Files.writeString",
                            "Files.deleteIfExists",
                            "StandardOpenOption.WRITE")),
            // sets times
            Map.entry(FILES + "DiskMediaFiles", Set.of("Files.setLastModifiedTime")),
            // makes a new file beside another for cp to fill, swaps it in or removes it; opens for reading, to force
            // what is there
            Map.entry(
                    FILES + "DiskReplacements",
                    Set.of(
                            "Files.createFile",
                            "Files.deleteIfExists",
                            "Files.move",
                            "FileChannel.open",
                            "FileChannel.force")),
            // removes what programs that were killed have left, by names that nobody else gives
            Map.entry(FILES + "DiskLeftovers", Set.of("Files.deleteIfExists")),
            // reads extended attributes
            Map.entry(FILES + "Likeness", Set.of("Files.getFileAttributeView")),
            // makes, fills and removes a file of its own in a folder for temporary files; films are only read
            Map.entry(
                    FILES + "SparseStandIn",
                    Set.of(
                            "Files.createTempFile",
                            "Files.deleteIfExists",
                            "FileChannel.open",
                            "FileChannel.write",
                            "StandardOpenOption.WRITE")),
            // tries in a library what changing a file there would need, with files of its own that are gone at once
            Map.entry(
                    FILES + "WriteTrial",
                    Set.of(
                            "Files.write",
                            "Files.createLink",
                            "Files.deleteIfExists",
                            "StandardOpenOption.CREATE_NEW",
                            "StandardOpenOption.WRITE")),
            // an empty file that this run holds a lock on; those of runs that are gone are cleared away
            Map.entry(
                    FILES + "journal.LockFiles",
                    Set.of(
                            "Files.createDirectories",
                            "Files.deleteIfExists",
                            "FileChannel.open",
                            "FileChannel.tryLock",
                            "StandardOpenOption.WRITE",
                            "StandardOpenOption.CREATE",
                            "StandardOpenOption.CREATE_NEW")),
            // the lock of the journal's folder, and the number in it
            Map.entry(
                    FILES + "journal.FolderTurn",
                    Set.of(
                            "RandomAccessFile.<init>",
                            "RandomAccessFile.getChannel",
                            "RandomAccessFile.close",
                            "RandomAccessFile.seek",
                            "RandomAccessFile.read",
                            "RandomAccessFile.write",
                            "FileChannel.tryLock")),
            // the entries of the journal's folder
            Map.entry(
                    FILES + "journal.JournalDisk",
                    Set.of(
                            "Files.createDirectory",
                            "Files.move",
                            "Files.deleteIfExists",
                            "FileOutputStream.<init>",
                            "FileChannel.open",
                            "FileChannel.force",
                            "StandardOpenOption.WRITE")),
            // backups: new files only, and those of the daemon's own names that are too many; parts of one that is
            // taken apart
            Map.entry(
                    FILES + "archive.ArchiveDisk",
                    Set.of(
                            "Files.createTempFile",
                            "Files.createLink",
                            "Files.createDirectories",
                            "Files.newByteChannel",
                            "Files.move",
                            "Files.deleteIfExists",
                            "FileChannel.open",
                            "FileChannel.force",
                            "StandardOpenOption.WRITE",
                            "StandardOpenOption.CREATE_NEW")),
            // copies its samples into a temp folder of its own and clears that away
            Map.entry(
                    CLI + "DemoFolder",
                    Set.of(
                            "Files.createTempDirectory",
                            "Files.write",
                            "Files.deleteIfExists",
                            "StandardOpenOption.CREATE_NEW",
                            "StandardOpenOption.SYNC")),
            // the data folder; a file in it that is gone again at once tells whose it is
            Map.entry(
                    JDBI + "DataFolder",
                    Set.of("Files.createDirectories", "Files.createTempFile", "Files.deleteIfExists")),
            // the lock of the data folder: makes the file, writes nothing to it
            Map.entry(
                    JDBI + "FolderLock",
                    Set.of(
                            "FileChannel.open",
                            "FileChannel.tryLock",
                            "StandardOpenOption.WRITE",
                            "StandardOpenOption.CREATE")),
            // copies of the database: SQLite makes them, this names them and clears old ones away
            Map.entry(
                    JDBI + "Backups",
                    Set.of(
                            "Files.createDirectories",
                            "Files.deleteIfExists",
                            "Files.move",
                            "FileChannel.open",
                            "FileChannel.force")),
            // what a restore exchanges in the data folder, and the files it needs for a while
            Map.entry(
                    JDBI + "Exchange",
                    Set.of(
                            "Files.createDirectories",
                            "Files.move",
                            "Files.deleteIfExists",
                            "FileChannel.open",
                            "FileChannel.force")),
            Map.entry(
                    JDBI + "ScratchFiles",
                    Set.of("Files.createTempFile", "Files.createTempDirectory", "Files.deleteIfExists")),
            // SQLite's machine code, unpacked into the data folder
            Map.entry(
                    JDBI + "NativeLibrary",
                    Set.of(
                            "Files.createDirectories",
                            "Files.createTempFile",
                            "Files.copy",
                            "Files.move",
                            "Files.deleteIfExists",
                            "FileChannel.open",
                            "FileChannel.force")),
            // clears away what a tool wrote and did not finish; the tool itself writes only there and to stand-ins
            Map.entry(FFMPEG + "FfmpegRewriter", Set.of("Files.deleteIfExists")),
            // the log file: tries at the start whether it can be written to
            Map.entry(
                    LOGGING + "Logging",
                    Set.of(
                            "Files.createDirectories",
                            "Files.newOutputStream",
                            "StandardOpenOption.APPEND",
                            "StandardOpenOption.CREATE")));

    DiskWrites() {
        super("not write to a disk, unless they are the class for it");
    }

    /** The classes with a permission. */
    static Set<String> writers() {
        return PERMITTED.keySet();
    }

    @Override
    public void check(JavaClass caller, ConditionEvents events) {
        caller.getAccessesFromSelf().stream()
                .filter(access -> isWrite(access.getTarget()) && !isPermitted(caller, access.getTarget()))
                .map(JavaAccess::getDescription)
                .forEach(text -> events.add(SimpleConditionEvent.violated(caller, text)));
        caller.getMethodReferencesFromSelf().stream()
                .filter(reference -> isWrite(reference.getTarget()) && !isPermitted(caller, reference.getTarget()))
                .forEach(reference -> events.add(SimpleConditionEvent.violated(caller, reference.getDescription())));
    }

    private static boolean isWrite(AccessTarget target) {
        JavaClass owner = target.getOwner();
        if (owner.getName().equals("java.nio.file.StandardOpenOption")) {
            return WRITE_OPTIONS.contains(target.getName());
        }
        if (NAMED_STREAMS.contains(owner.getName())) {
            return target instanceof AccessTarget.ConstructorCallTarget constructor
                    && constructor.getRawParameterTypes().stream()
                            .anyMatch(type ->
                                    Set.of("java.io.File", "java.lang.String").contains(type.getName()));
        }
        Pattern methods = WRITERS.get(owner.getName());
        return methods != null && methods.matcher(target.getName()).matches();
    }

    private static boolean isPermitted(JavaClass caller, AccessTarget target) {
        Set<String> permitted = PERMITTED.getOrDefault(outermost(caller).getName(), Set.of());
        return permitted.contains("*")
                || permitted.contains(target.getOwner().getSimpleName() + "." + target.getName());
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(DiskWrites::outermost).orElse(type);
    }
}
