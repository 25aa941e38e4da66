package io.arrtheaudio.adapter.jdbi;

/** The number of a row as the name of an entry. */
final class EntryId {

    private static final String DIGITS = "[0-9]{1,18}";

    private EntryId() {}

    static String of(long number) {
        return Long.toString(number);
    }

    /** The number; 0, which no row has, if this is no name of an entry. */
    static long number(String id) {
        return id.matches(DIGITS) ? Long.parseLong(id) : 0;
    }
}
