package io.arrtheaudio.domain.library;

import java.util.function.IntPredicate;

/**
 * The characters from one to another.
 *
 * @param caseCounts whether upper and lower case are different ones
 */
record GlobCharacters(int first, int last, boolean caseCounts) implements IntPredicate {

    @Override
    public boolean test(int c) {
        if (holds(c)) {
            return true;
        }
        if (caseCounts) {
            return false;
        }
        int upper = Character.toUpperCase(c);
        int lower = Character.toLowerCase(upper);
        return first == last
                ? lower == Character.toLowerCase(Character.toUpperCase(first))
                : holds(upper) || holds(lower);
    }

    private boolean holds(int c) {
        return c >= first && c <= last;
    }
}
