package io.arrtheaudio.service;

import io.arrtheaudio.domain.edit.EditCost;
import io.arrtheaudio.domain.edit.FileIdentity;
import io.arrtheaudio.domain.edit.SkipReason;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.journal.JournalEntry;
import io.arrtheaudio.domain.journal.Route;
import io.arrtheaudio.port.out.Replacements;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes what lies under a file's name by making another file and swapping it in: a patched copy, so that other names keep
 * their bytes, or one that a tool wrote. The file itself is only read; until the swap nothing has happened to it.
 *
 * <p>Thread-safe for different files.
 */
final class ReplacingChange {

    private static final Logger LOG = LoggerFactory.getLogger(ReplacingChange.class);
    private static final long MARGIN = 64L << 20; // bytes that stay free beside the copy, and one percent of it

    private final Disk disk;
    private final Engine engine;
    private final Book book;
    private final CopyBudget budget;

    ReplacingChange(Disk disk, Engine engine, Book book, CopyBudget budget) {
        this.disk = disk;
        this.engine = engine;
        this.book = book;
        this.budget = budget;
    }

    /** A replacement that was made, or what stood against it. */
    private record Made(long copied, Optional<Objection> objection) {}

    Carried carryOut(Intent intent) {
        Optional<Objection> objection = intent.objection().get();
        if (objection.isPresent()) {
            return new Carried.Stopped(objection.get());
        }
        Path place = disk.replacements().placeFor(intent.path());
        JournalEntry entry = book.begin(intent, place);
        Made made = makeAndSwap(intent, place, entry);
        if (made.objection().isPresent()) {
            discard(entry, place);
            return new Carried.Stopped(made.objection().get());
        }
        Optional<String> end = book.done(entry, intent.path());
        EditCost cost = new EditCost(intent.plan().method(), intent.plan().size(), made.copied());
        return new Carried.Done(entry.id(), cost, end.stream().toList());
    }

    private Made makeAndSwap(Intent intent, Path place, JournalEntry entry) {
        try {
            Made made = intent.kind() == Route.Kind.COPY ? copied(intent, place) : rewritten(intent, place);
            Optional<Objection> objection = made.objection().or(() -> finish(intent, place));
            if (objection.isEmpty()) {
                disk.replacements().swap(place, intent.path());
            }
            return new Made(made.copied(), objection);
        } catch (RuntimeException | Error e) {
            discard(entry, place);
            throw e;
        }
    }

    private Made copied(Intent intent, Path place) {
        Replacements replacements = disk.replacements();
        long size = intent.identity().size();
        if (replacements.share(intent.path(), place)) {
            patch(intent, place);
            return new Made(0, Optional.empty());
        }
        expectRoom(intent);
        if (!budget.take(size)) {
            return new Made(0, Optional.of(overLimit(size)));
        }
        try {
            replacements.copy(intent.path(), place, intent.progress());
            patch(intent, place);
        } catch (RuntimeException e) {
            budget.giveBack(size);
            throw e;
        }
        return new Made(size, Optional.empty());
    }

    /** The plan was made for the file, and expects the same bytes in its copy. */
    private void patch(Intent intent, Path place) {
        FileIdentity copy = disk.files().stat(place).identity();
        if (copy.size() != intent.identity().size()) {
            throw new AudioFixException(
                    Remedy.RETRY_LATER,
                    "cannot change " + intent.path() + ": its copy has " + copy.size() + " bytes where "
                            + intent.identity().size() + " were expected; it changed meanwhile, try again later");
        }
        disk.writer().write(copy, intent.plan());
    }

    private Made rewritten(Intent intent, Path place) {
        expectRoom(intent);
        engine.rewriter().rewrite(intent.media(), intent.defaults(), place, intent.progress());
        disk.replacements().dressLike(intent.path(), place);
        return new Made(intent.identity().size(), Uninterrupted.call(() -> loss(intent.path(), place)));
    }

    private Optional<Objection> loss(Path file, Path place) {
        List<String> lost = new ArrayList<>(engine.inventory().of(file));
        engine.inventory().of(place).forEach(lost::remove);
        return lost.isEmpty()
                ? Optional.empty()
                : Optional.of(new Objection.Skip(
                        SkipReason.WOULD_LOSE_DATA,
                        "the tool would drop or change what is in it: " + String.join(", ", lost)));
    }

    /** Everything but the swap itself. */
    private Optional<Objection> finish(Intent intent, Path place) {
        Optional<String> wrong = Uninterrupted.call(() -> intent.check().apply(place));
        if (wrong.isPresent()) {
            throw new AudioFixException(
                    Remedy.REPORT_BUG,
                    "made a changed copy of " + intent.path() + " ("
                            + intent.plan().method() + ") but " + wrong.get()
                            + "; the file is as it was, please report this");
        }
        Optional<String> difference = disk.replacements().differenceBetween(intent.path(), place);
        if (difference.isPresent()) {
            return Optional.of(new Objection.Skip(
                    SkipReason.WOULD_CHANGE_OWNER,
                    "its copy would not be like it: " + difference.get()
                            + "; let the program run as the file's owner, or as root"));
        }
        book.setTime(place, intent.modified());
        return intent.objection().get();
    }

    private void expectRoom(Intent intent) {
        long size = intent.identity().size();
        long needed = size + size / 100 + MARGIN;
        long free = disk.replacements().freeSpace(intent.path());
        if (free < needed) {
            throw AudioFixException.diskFull("cannot make a changed copy of " + intent.path() + ": that needs " + needed
                    + " bytes on its disk and " + free + " are free; make room");
        }
    }

    private Objection overLimit(long size) {
        return new Objection.Skip(
                SkipReason.COPY_LIMIT,
                "copying its " + size + " bytes would go over the limit of " + budget.limit()
                        + " bytes for one run (hardlink_copy_limit)");
    }

    /** If the replacement cannot be removed, the entry stays open, so that recovery removes it. */
    private void discard(JournalEntry entry, Path place) {
        try {
            disk.replacements().remove(place);
        } catch (RuntimeException e) {
            LOG.warn("cannot remove {}; it is tried again", place, e);
            return;
        }
        book.takenBack(entry);
    }
}
