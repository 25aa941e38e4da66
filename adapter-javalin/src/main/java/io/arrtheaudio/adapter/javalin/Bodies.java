package io.arrtheaudio.adapter.javalin;

import io.arrtheaudio.domain.job.JobPriority;
import java.util.List;

/** What is sent to the API; other fields are refused. */
final class Bodies {

    private Bodies() {}

    /** Which files of a library to fix. */
    record BatchBody(
            @About(value = "the folder or file to look at, absolute, within a library", needed = true)
            String path,

            @About("whether to look into sub-folders; true if not told")
            boolean recursive,

            @About(value = "only files that fit one of these globs, such as *.mkv", orOne = true)
            List<String> pattern,

            @About(value = "but none that fits one of these", orOne = true)
            List<String> exclude,

            @About("tell what would be done, write nothing") boolean dryRun,

            @About(value = "of its jobs; normal if not told", oneOf = JobPriority.class)
            String priority,

            @About("which files by size and age") FiltersBody filters) {}

    /** Which files by size and age. */
    record FiltersBody(
            @About("only files of at least this size; 1 MB is 1,048,576 bytes")
            double minSizeMb,

            @About("only files that changed within so many days")
            double maxAgeDays) {}

    /** Which file to look into. */
    record InspectBody(
            @About(value = "a media file, absolute, within a library", needed = true)
            String path,

            @About("the language the title was made in, such as jpn, ja or Japanese")
            String originalLanguage,

            @About(value = "wanted languages in place of those of the settings", orOne = true)
            List<String> languages) {}

    /** How to try a job once more. */
    record RetryBody(
            @About("change the file even if its last change was taken back")
            boolean force) {}

    /** How much to log. */
    record LogLevelBody(
            @About(value = "error, warn, info, debug or trace", needed = true)
            String level) {}

    /** What to forget. */
    record CleanupBody(
            @About("jobs that ended so many days ago, however they ended; as the settings say if not told")
            double olderThanDays,

            @About(value = "only jobs that ended so: completed, failed or cancelled", orOne = true)
            List<String> status,

            @About(
                    "changes of the journal that are so many days old too, which cannot be taken back any more then; needs confirm")
            double journalOlderThanDays,

            @About("whether changes of the journal may go") boolean confirm,

            @About("tell how much would go, forget nothing") boolean dryRun) {}
}
