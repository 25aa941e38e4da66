package io.arrtheaudio.embedded;

import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.edit.Progress;
import io.arrtheaudio.domain.edit.UndoOutcome;
import io.arrtheaudio.port.in.ScanObserver;
import io.arrtheaudio.port.in.UndoObserver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Passes on what happens to somebody who watches, and ends work also when the door is being closed. */
final class Watching {

    private Watching() {}

    record OfOne(Progress watcher, Door door) implements Progress {

        @Override
        public void written(Path file, long bytes, long of) {
            door.tell(() -> watcher.written(file, bytes, of));
        }

        @Override
        public boolean isCancelled() {
            return door.isToEnd(watcher::isCancelled);
        }
    }

    record OfMany(ScanObserver watcher, Door door) implements ScanObserver {

        @Override
        public void found(long files, boolean all) {
            door.tell(() -> watcher.found(files, all));
        }

        @Override
        public void done(Outcome outcome, Duration took) {
            door.tell(() -> watcher.done(outcome, took));
        }

        @Override
        public void passedOver(Path path, String why) {
            door.tell(() -> watcher.passedOver(path, why));
        }

        @Override
        public boolean isCancelled() {
            return door.isToEnd(watcher::isCancelled);
        }
    }

    record OfUndoing(UndoObserver watcher, Door door) implements UndoObserver {

        @Override
        public void done(UndoOutcome outcome) {
            door.tell(() -> watcher.done(outcome));
        }

        @Override
        public void written(Path file, long bytes, long of) {
            door.tell(() -> watcher.written(file, bytes, of));
        }

        @Override
        public boolean isCancelled() {
            return door.isToEnd(watcher::isCancelled);
        }
    }

    /** Keeps what happened. */
    record Collecting(Progress watcher, List<UndoOutcome> outcomes) implements UndoObserver {

        @Override
        public void done(UndoOutcome outcome) {
            outcomes.add(outcome);
        }

        @Override
        public void written(Path file, long bytes, long of) {
            watcher.written(file, bytes, of);
        }

        @Override
        public boolean isCancelled() {
            return watcher.isCancelled();
        }
    }
}
