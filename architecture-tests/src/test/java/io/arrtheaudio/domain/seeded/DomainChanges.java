package io.arrtheaudio.domain.seeded;

/** Breaks R11. */
public final class DomainChanges {

    private String title = "";

    String rename(String to) {
        String was = title;
        title = to;
        return was;
    }
}
