package io.arrtheaudio.domain.arr;

import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.title.TitleHint;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** What an Arr app says has happened. */
public sealed interface ArrEvent {

    /** Who says so. */
    ArrApp app();

    /** Asks which of them it is. */
    <T> T fold(Cases<T> cases);

    /**
     * What to do with each kind of event.
     *
     * @param imported files are new
     * @param renamed files have other names
     * @param deleted files are gone
     * @param folderDeleted a title is gone
     * @param tested somebody pressed the Test button
     * @param ignored nothing of interest
     * @param <T> what it gives
     */
    record Cases<T>(
            Function<Imported, T> imported,
            Function<Renamed, T> renamed,
            Function<Deleted, T> deleted,
            Function<FolderDeleted, T> folderDeleted,
            Function<Tested, T> tested,
            Function<Ignored, T> ignored) {}

    /**
     * Files were put into the library: one by one as they come, or all of a release when it is complete; with both
     * switched on each file is told twice, and the second kind may itself come twice.
     *
     * @param files those that are new, one at least
     * @param title which title they are of
     * @param folder which the app has given to that title alone; empty if not told
     * @param original the language it was made in, as far as the app knows
     * @param isUpgrade whether they take the place of worse ones; not told of whole releases
     * @param replaced those worse ones, which are gone
     */
    record Imported(
            ArrApp app,
            List<ArrFile> files,
            TitleHint title,
            String folder,
            OriginalLanguage original,
            boolean isUpgrade,
            List<ArrFile> replaced)
            implements ArrEvent {

        /** Checks the values; the lists are copied, and files told twice count once. */
        public Imported {
            Objects.requireNonNull(app, "app");
            files = distinct(files);
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(folder, "folder");
            Objects.requireNonNull(original, "original");
            replaced = List.copyOf(replaced);
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.imported().apply(this);
        }

        private static List<ArrFile> distinct(List<ArrFile> files) {
            if (files.isEmpty()) {
                throw new IllegalArgumentException("an import was told without a file");
            }
            return files.stream().distinct().toList();
        }
    }

    /**
     * Files have other names or places.
     *
     * @param moves which, one at least
     * @param title which title they are of
     * @param folder which the app has given to that title alone; empty if not told
     * @param original the language it was made in, as far as the app knows
     */
    record Renamed(ArrApp app, List<Move> moves, TitleHint title, String folder, OriginalLanguage original)
            implements ArrEvent {

        /** Checks the values; the list is copied. */
        public Renamed {
            Objects.requireNonNull(app, "app");
            moves = List.copyOf(moves);
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(folder, "folder");
            Objects.requireNonNull(original, "original");
            if (moves.isEmpty()) {
                throw new IllegalArgumentException("a renaming was told without a file");
            }
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.renamed().apply(this);
        }
    }

    /**
     * One file's way.
     *
     * @param from where it was, in the order to try; empty if not told
     * @param to where it is
     */
    record Move(List<String> from, ArrFile to) {

        /** Copies the list. */
        public Move {
            from = List.copyOf(from);
            Objects.requireNonNull(to, "to");
        }
    }

    /**
     * Files are gone.
     *
     * @param files which, one at least
     */
    record Deleted(ArrApp app, List<ArrFile> files) implements ArrEvent {

        /** Checks the values; the list is copied. */
        public Deleted {
            Objects.requireNonNull(app, "app");
            files = List.copyOf(files);
            if (files.isEmpty()) {
                throw new IllegalArgumentException("a deletion was told without a file");
            }
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.deleted().apply(this);
        }
    }

    /**
     * A title was taken out of the app.
     *
     * @param folder where its files are or were
     * @param isWithFiles whether they are gone too
     */
    record FolderDeleted(ArrApp app, String folder, boolean isWithFiles) implements ArrEvent {

        /** Checks the values. */
        public FolderDeleted {
            Objects.requireNonNull(app, "app");
            if (folder.isBlank() || !ArrFile.canBe(folder)) {
                throw new IllegalArgumentException("a deletion was told without a folder that can be");
            }
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.folderDeleted().apply(this);
        }
    }

    /** Somebody pressed the Test button; its path is made up. */
    record Tested(ArrApp app) implements ArrEvent {

        /** Checks the value. */
        public Tested {
            Objects.requireNonNull(app, "app");
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.tested().apply(this);
        }
    }

    /**
     * Nothing of interest.
     *
     * @param event what the app calls it
     * @param why in a few words for people; empty if such events never matter
     */
    record Ignored(ArrApp app, String event, String why) implements ArrEvent {

        /** Checks the values. */
        public Ignored {
            Objects.requireNonNull(app, "app");
            Objects.requireNonNull(event, "event");
            Objects.requireNonNull(why, "why");
        }

        /** An event of a kind that never matters. */
        public Ignored(ArrApp app, String event) {
            this(app, event, "");
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.ignored().apply(this);
        }
    }
}
