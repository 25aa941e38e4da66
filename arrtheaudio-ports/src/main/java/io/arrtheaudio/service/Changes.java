package io.arrtheaudio.service;

import io.arrtheaudio.domain.journal.Route;
import io.arrtheaudio.port.out.EditJournal;
import java.time.InstantSource;

/**
 * Carries changes out under the journal: what is to be written is recorded, and on disk, before the first byte of media is.
 *
 * <p>Thread-safe for different files; two changes of one file exclude each other by the journal.
 */
final class Changes {

    private final InPlaceChange inPlace;
    private final ReplacingChange replacing;
    private final OwnChanges own;

    Changes(Disk disk, Engine engine, EditJournal journal, FixRules rules, InstantSource clock, OwnChanges own) {
        Book book = new Book(disk.files(), journal, rules.mtime(), clock, own);
        this.own = own;
        this.inPlace = new InPlaceChange(disk, book);
        this.replacing = new ReplacingChange(disk, engine, book, new CopyBudget(rules.copyLimit()));
    }

    /**
     * Carries a change out.
     *
     * @throws io.arrtheaudio.domain.failure.AudioFixException if it did not work; the message says if the file is not as it
     *     was
     */
    Carried carryOut(Intent intent) {
        try {
            return intent.kind() == Route.Kind.IN_PLACE ? inPlace.carryOut(intent) : replacing.carryOut(intent);
        } finally {
            own.isLeft(intent.identity());
        }
    }
}
