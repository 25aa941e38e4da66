package io.arrtheaudio.adapter.files.matroska;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The children of a master element by ID, their values read as RFC 8794 section 7 says: a missing or empty element has the
 * default value that the caller names.
 *
 * @param content the master element's content
 * @param children what lies in it, offsets from its start
 */
record Fields(byte[] content, List<Element> children) {

    /** How much of a text is read, in bytes; longer ones are cut. */
    private static final int LONGEST_TEXT = 1_000;

    /** Of a master element inside another's content, which lies at an offset of the file. */
    static Fields of(ElementReader reader, byte[] parent, Element master, long parentAt) {
        byte[] content = Arrays.copyOfRange(parent, (int) master.contentOffset(), (int) master.end());
        return new Fields(content, reader.children(content, parentAt + master.contentOffset()));
    }

    List<Element> all(long id) {
        return children.stream().filter(child -> child.id() == id).toList();
    }

    /** Of several where one may be, the last counts, as in most readers. */
    Optional<Element> last(long id) {
        for (int i = children.size() - 1; i >= 0; i--) {
            if (children.get(i).id() == id) {
                return Optional.of(children.get(i));
            }
        }
        return Optional.empty();
    }

    boolean has(long id) {
        return last(id).isPresent();
    }

    long uint(long id, long ifMissing) {
        return last(id).filter(child -> child.size() > 0).map(this::uint).orElse(ifMissing);
    }

    private long uint(Element child) {
        long value = 0;
        for (long at = child.contentOffset(); at < child.end(); at++) {
            value = value << 8 | content[(int) at] & 0xFF;
        }
        return value;
    }

    /** A string up to its first NUL (RFC 8794 section 7.4 and 7.5), cut if it is very long, but not inside a letter. */
    String string(long id, String ifMissing) {
        return last(id).filter(child -> child.size() > 0).map(this::string).orElse(ifMissing);
    }

    private String string(Element child) {
        int from = (int) child.contentOffset();
        int to = from;
        while (to < child.end() && to - from < LONGEST_TEXT && content[to] != 0) {
            to++;
        }
        while (to - from == LONGEST_TEXT && to < child.end() && (content[to] & 0xC0) == 0x80 && to > from) {
            to--;
        }
        return new String(content, from, to - from, StandardCharsets.UTF_8);
    }
}
