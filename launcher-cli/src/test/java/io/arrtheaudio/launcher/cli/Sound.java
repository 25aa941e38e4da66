package io.arrtheaudio.launcher.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * An audio track as a test wants it.
 *
 * @param language the tag that is written; empty for none
 * @param title empty for none
 * @param isSurround 5.1 instead of mono
 * @param flags {@code default}, {@code commentary}, {@code description}, {@code disabled}
 */
record Sound(String language, String title, boolean isSurround, List<String> flags) {

    /** A plain track in a language. */
    static Sound in(String language) {
        return new Sound(language, "", false, List.of());
    }

    Sound titled(String other) {
        return new Sound(language, other, isSurround, flags);
    }

    Sound surround() {
        return new Sound(language, title, true, flags);
    }

    Sound isDefault() {
        return with("default");
    }

    Sound with(String flag) {
        List<String> more = new ArrayList<>(flags);
        more.add(flag);
        return new Sound(language, title, isSurround, List.copyOf(more));
    }

    boolean is(String flag) {
        return flags.contains(flag);
    }
}
