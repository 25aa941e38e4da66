package io.arrtheaudio.domain.title;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads where a file lies and how it is called into what is known of its title. Looks at names only, at nothing on a disk.
 *
 * <p>Release names of every style are read, and the folders of the naming guides of Sonarr, Radarr, Plex, Jellyfin and
 * Kodi: a folder for a title, within it perhaps one for a season, for extras or for a disc.
 */
public final class TitlePath {

    /** Title, season, release and disc; what is above is the library's. */
    private static final int DEEPEST = 5;

    private static final Set<String> NAMELESS = Set.of(
            "movie",
            "film",
            "video",
            "main",
            "feature",
            "vts 01 1",
            "index",
            "sample",
            "trailer",
            "title",
            "untitled",
            "track");

    private final ReleaseName own;
    private final List<Folder> folders;

    private record Folder(String text, FolderRole role, ReleaseName name) {

        static Folder of(String text) {
            ReleaseName name = ReleaseName.ofFolder(text);
            FolderRole role = FolderRole.of(text);
            boolean isSeason = role == FolderRole.TITLE && name.title().isEmpty() && name.isOfSeries();
            return new Folder(text, isSeason ? FolderRole.SEASON : role, name);
        }

        boolean isTitle() {
            return role == FolderRole.TITLE
                    && (!name.title().isEmpty() || !name.ids().isEmpty());
        }

        boolean isLibrary() {
            return role.compareTo(FolderRole.PART) > 0;
        }

        /** Holds several titles; its ids are those of none of them. */
        boolean isCollection() {
            String lower = text.toLowerCase(Locale.ROOT);
            return lower.contains("collection") || lower.contains("filmreihe") || lower.contains("anthology");
        }
    }

    private TitlePath(ReleaseName own, List<Folder> folders) {
        this.own = own;
        this.folders = folders;
    }

    /** What the names of a file and of the folders above it say. Any path is read. */
    public static TitleHint of(Path file) {
        List<Folder> folders = new ArrayList<>();
        for (Path at = file.getParent(); at != null && folders.size() < DEEPEST; at = at.getParent()) {
            if (at.getFileName() != null) {
                folders.add(Folder.of(at.getFileName().toString()));
            }
        }
        String name = file.getFileName() == null ? "" : file.getFileName().toString();
        return new TitlePath(ReleaseName.ofFile(name), List.copyOf(folders)).hint();
    }

    /** What a release is called, such as Sonarr and Radarr know it, with no folder around it. */
    public static TitleHint ofName(String releaseName) {
        return ReleaseName.ofFile(releaseName).hint();
    }

    private TitleHint hint() {
        TitleKind kind = kind();
        ReleaseName titled = kind == TitleKind.SERIES ? ofSeries() : ofFilm();
        TitleIds ids = kind == TitleKind.MOVIE ? ids().withoutTvdb() : ids();
        return new TitleHint(kind, titled.title(), titled.year(), ids);
    }

    private TitleKind kind() {
        Optional<TitleKind> library = library();
        if (own.sign() == Mark.Sign.EPISODE || isInSeason()) {
            return TitleKind.SERIES;
        }
        if (library.isPresent()) {
            return library.get();
        }
        if (own.isOfSeries() || isInPack() || isInFolderOfSeries()) {
            return TitleKind.SERIES;
        }
        return isOfFilm() ? TitleKind.MOVIE : TitleKind.UNKNOWN;
    }

    /** By an id of TVDB, unless the file is named like a film: that has films too. */
    private boolean isInFolderOfSeries() {
        return ids().tvdb() != 0 && own.year() == 0;
    }

    private boolean isOfFilm() {
        return own.year() != 0
                || own.isTagged()
                || !ids().isEmpty()
                || titleFolder()
                        .filter(folder ->
                                folder.name().year() != 0 || folder.name().isTagged())
                        .isPresent();
    }

    private Optional<TitleKind> library() {
        return folders.stream()
                .map(Folder::role)
                .filter(role -> role == FolderRole.FILMS || role == FolderRole.SERIES)
                .findFirst()
                .map(role -> role == FolderRole.FILMS ? TitleKind.MOVIE : TitleKind.SERIES);
    }

    private boolean isInSeason() {
        return inner().stream().anyMatch(folder -> folder.role() == FolderRole.SEASON);
    }

    /** In a folder such as {@code Show.S01.1080p-GROUP}. */
    private boolean isInPack() {
        return titleFolder().filter(folder -> folder.name().isOfSeries()).isPresent();
    }

    private boolean isExtra() {
        return inner().stream().anyMatch(folder -> folder.role() == FolderRole.EXTRAS);
    }

    /** The folders between the file and that of its title. */
    private List<Folder> inner() {
        return folders.stream().takeWhile(folder -> !folder.isTitle()).toList();
    }

    /** The nearest folder that names a title, if no library is nearer. */
    private Optional<Folder> titleFolder() {
        List<Folder> inner = inner();
        boolean isOutside = inner.stream().anyMatch(Folder::isLibrary) || inner.size() == folders.size();
        return isOutside ? Optional.empty() : Optional.of(outermost(inner.size()));
    }

    /** A folder of a season or of one release lies within that of the title, or is it. */
    private Folder outermost(int index) {
        Folder folder = folders.get(index);
        List<Folder> above = folders.subList(index + 1, folders.size());
        Optional<Folder> next = above.stream()
                .takeWhile(at -> !at.isLibrary())
                .filter(Folder::isTitle)
                .findFirst();
        boolean isRelease = folder.name().isOfSeries() || folder.name().isTagged();
        return next.filter(at ->
                        isRelease && isSame(at.name().title(), folder.name().title()))
                .orElse(folder);
    }

    /** The file's, then the nearest folder's; for episodes the folders' first, which are those of the series. */
    private TitleIds ids() {
        TitleIds above = TitleIds.NONE;
        for (Folder folder : folders) {
            if (!folder.isCollection() && !folder.isLibrary()) {
                above = above.or(folder.name().ids());
            }
        }
        return own.isOfSeries() || isInSeason()
                ? above.or(own.ids())
                : own.ids().or(above);
    }

    private ReleaseName ofSeries() {
        Optional<ReleaseName> above = titleFolder().map(Folder::name);
        if (above.isEmpty()) {
            return own;
        }
        ReleaseName folder = above.get();
        boolean isSame = isSame(own.title(), folder.title());
        if (isSame) {
            return folder.year() == 0 ? folder.withYear(own.year()) : folder;
        }
        boolean isCertain = isInSeason()
                || isInPack()
                || isExtra()
                || folder.year() != 0
                || !folder.ids().isEmpty();
        return isCertain || own.title().isEmpty() || !own.isOfSeries() ? folder : own;
    }

    private ReleaseName ofFilm() {
        Optional<ReleaseName> above = titleFolder().map(Folder::name);
        if (above.isEmpty()) {
            return isNameless() ? own.withoutTitle() : own;
        }
        ReleaseName folder = above.get();
        if (isExtra() || isNameless()) {
            return folder;
        }
        boolean isBetter = folder.year() != 0 || !folder.ids().isEmpty() || (folder.isTagged() && !own.isTagged());
        return own.year() == 0 && isBetter && !folder.title().isEmpty() ? folder : own;
    }

    private boolean isNameless() {
        String title = own.title().toLowerCase(Locale.ROOT);
        return title.isEmpty() || NAMELESS.contains(title) || isNumbered(title);
    }

    /** {@code title_t00}, {@code 00800}, as programs that rip discs call files. */
    private boolean isNumbered(String title) {
        return own.year() == 0 && !own.isTagged() && (title.startsWith("title t") || title.matches("[0-9]{5}"));
    }

    private static boolean isSame(String one, String other) {
        return ComparableTitle.of(one).agreesWith(ComparableTitle.of(other));
    }
}
