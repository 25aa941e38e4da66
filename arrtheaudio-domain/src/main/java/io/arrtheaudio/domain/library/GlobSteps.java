package io.arrtheaudio.domain.library;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * What a glob asks for, step by step. A path is read once, with all places in mind at which the glob may be by then
 * (Thompson's construction), so that no pattern makes it slower than the length of both multiplied.
 */
record GlobSteps(List<Step> steps) {

    /**
     * One step.
     *
     * @param fits the characters that it takes
     * @param then where it goes when it took one
     * @param free where it may go without one
     */
    record Step(IntPredicate fits, int then, List<Integer> free) {

        Step {
            free = List.copyOf(free);
        }
    }

    GlobSteps {
        steps = List.copyOf(steps);
    }

    /** Whether they lead from the path's first character to its end. */
    boolean lead(String path) {
        Places now = new Places();
        Places next = new Places();
        now.enter(0);
        for (int at = 0; at < path.length() && !now.places.isEmpty(); ) {
            int c = path.codePointAt(at);
            at += Character.charCount(c);
            next.clear();
            for (int place : now.places) {
                if (place < steps.size() && steps.get(place).fits().test(c)) {
                    next.enter(steps.get(place).then());
                }
            }
            Places before = now;
            now = next;
            next = before;
        }
        return now.isIn[steps.size()];
    }

    /** Where one may be, each place once. */
    private final class Places {

        private final List<Integer> places = new ArrayList<>();
        private final boolean[] isIn = new boolean[steps.size() + 1];

        /** Comes to a place, and to all to which it leads without a character. */
        void enter(int place) {
            int looked = places.size();
            add(place);
            while (looked < places.size()) {
                int reached = places.get(looked++);
                if (reached < steps.size()) {
                    steps.get(reached).free().forEach(this::add);
                }
            }
        }

        private void add(int place) {
            if (!isIn[place]) {
                isIn[place] = true;
                places.add(place);
            }
        }

        void clear() {
            places.forEach(place -> isIn[place] = false);
            places.clear();
        }
    }
}
