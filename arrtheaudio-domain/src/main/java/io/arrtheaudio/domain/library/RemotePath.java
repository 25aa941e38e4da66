package io.arrtheaudio.domain.library;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An absolute path of another machine, whose kind follows from how it begins: {@code /}, {@code C:\} or {@code \\}. Repeated
 * and trailing separators do not count, nor does a {@code .}.
 *
 * @param root {@code /}, {@code C:/} in upper case, or {@code //}
 * @param names the folders and the file
 */
record RemotePath(String root, List<String> names) {

    private static final Pattern DRIVE = Pattern.compile("([A-Za-z]:)[/\\\\].*|([A-Za-z]:)", Pattern.DOTALL);

    /** What Windows takes for one of its special names, with what it ignores at a name's end. */
    private static final Pattern DOTS = Pattern.compile("\\.\\.[. ]*");

    RemotePath {
        names = List.copyOf(names);
    }

    /**
     * Reads a path.
     *
     * @return empty if it is not absolute, climbs up by {@code ..} or holds a NUL: such a path never means a file
     */
    static Optional<RemotePath> read(String text) {
        if (text.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        Matcher drive = DRIVE.matcher(text);
        if (drive.matches()) {
            return of(text.substring(0, 2).toUpperCase(Locale.ROOT) + "/", text.substring(2), "[/\\\\]");
        }
        if (text.startsWith("\\\\")) {
            return of("//", text, "[/\\\\]");
        }
        return text.startsWith("/") ? of("/", text, "/") : Optional.empty();
    }

    private static Optional<RemotePath> of(String root, String rest, String separator) {
        List<String> names = Stream.of(rest.split(separator))
                .filter(name -> !name.isEmpty() && !name.equals("."))
                .toList();
        boolean climbs = names.stream()
                .anyMatch(name -> root.equals("/")
                        ? name.equals("..")
                        : DOTS.matcher(name).matches());
        return climbs ? Optional.empty() : Optional.of(new RemotePath(root, names));
    }

    /** Whether it is that folder or lies below it. */
    boolean isAtOrBelow(RemotePath folder) {
        return root.equals(folder.root)
                && names.size() >= folder.names.size()
                && names.subList(0, folder.names.size()).equals(folder.names);
    }

    /** The names below that folder. */
    List<String> below(RemotePath folder) {
        return names.subList(folder.names.size(), names.size());
    }

    /** The folders above it, the topmost first; neither the root itself nor a machine of a network. */
    Stream<RemotePath> ancestors() {
        return IntStream.range(root.equals("//") ? 2 : 1, names.size())
                .mapToObj(depth -> new RemotePath(root, names.subList(0, depth)));
    }

    int depth() {
        return names.size();
    }

    /** One spelling for the same path. */
    @Override
    public String toString() {
        return root + String.join("/", names);
    }
}
