package io.arrtheaudio.adapter.jdbi;

import java.util.ArrayList;
import java.util.List;

/** What programs of other versions know. */
final class Steps {

    private static final String TESTS = "io/arrtheaudio/adapter/jdbi/";

    /** The first program, which knew only the journal. */
    static final List<Migration> FIRST = Migration.ALL.subList(0, 1);

    /** A program that kept nothing of what Arr apps told. */
    static final List<Migration> WITHOUT_TOLD_TITLES = Migration.ALL.subList(0, 4);

    /** A program that is newer than this one. */
    static final List<Migration> LATER = and(TESTS + "later/V1000__word.sql");

    /** The same, with a step that cannot be made. */
    static final List<Migration> BROKEN = and(TESTS + "broken/V1000__word.sql");

    private Steps() {}

    private static List<Migration> and(String resource) {
        List<Migration> steps = new ArrayList<>(Migration.ALL);
        steps.add(new Migration(1_000, resource));
        return List.copyOf(steps);
    }
}
