package io.arrtheaudio.adapter.jdbi;

/** The number of a row as the name of what it holds. */
final class RowId {

    private static final String DIGITS = "[0-9]{1,18}";

    private RowId() {}

    static String of(long number) {
        return Long.toString(number);
    }

    /** The number; 0, which no row has, if this is no such name. */
    static long number(String id) {
        return id.matches(DIGITS) ? Long.parseLong(id) : 0;
    }
}
