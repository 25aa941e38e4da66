package io.arrtheaudio.domain.library;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.IntPredicate;

/** Takes one glob apart into steps, character by character. */
final class GlobReader {

    private static final IntPredicate ANY = c -> true;
    private static final IntPredicate NONE = c -> false;
    private static final IntPredicate IN_NAME = c -> c != '/';

    private final String glob;
    private final boolean isRule;
    private final List<GlobSteps.Step> steps = new ArrayList<>();
    private final Deque<Brace> braces = new ArrayDeque<>();
    private int at;

    /**
     * A brace that is open.
     *
     * @param fork the step that leads to each of its alternatives
     * @param begins their first steps
     * @param ends the steps that lead from one of them to behind the brace
     */
    private record Brace(int fork, List<Integer> begins, List<Integer> ends) {}

    GlobReader(String glob, boolean isRule) {
        this.glob = glob;
        this.isRule = isRule;
    }

    GlobSteps read() {
        if (glob.isEmpty()) {
            throw new IllegalArgumentException("glob '' is empty and would match nothing");
        }
        while (at < glob.length()) {
            int c = next();
            switch (c) {
                case '*' -> star();
                case '?' -> one(isRule ? ANY : IN_NAME);
                case '[' -> bracket();
                case '{' -> open();
                case '}' -> close();
                case ',' -> comma();
                default -> one(only(c));
            }
        }
        if (!braces.isEmpty()) {
            throw wrong("opens a brace that it does not close");
        }
        return new GlobSteps(steps);
    }

    /** The next character, whole even if it takes two chars. */
    private int next() {
        int c = glob.codePointAt(at);
        at += Character.charCount(c);
        return c;
    }

    private void star() {
        boolean isWholeName = at == 1 || "/{,".indexOf(glob.charAt(at - 2)) >= 0;
        int stars = 1;
        while (glob.startsWith("*", at)) {
            at++;
            stars++;
        }
        if (isRule || stars == 1) {
            many(isRule ? ANY : IN_NAME);
        } else if (isWholeName && glob.startsWith("/", at)) {
            at++;
            fork(List.of(steps.size() + 1, steps.size() + 3)); // a/**/b also means a/b
            many(ANY);
            one(only('/'));
        } else {
            many(ANY);
        }
    }

    private void bracket() {
        boolean isNegated = glob.startsWith("!", at);
        int from = isNegated ? at + 1 : at;
        int end = glob.indexOf(']', from + 1); // a ] at the beginning belongs to the set
        if (end < 0) {
            throw wrong("opens a bracket that it does not close; write [[] for the character [ itself");
        }
        at = from;
        IntPredicate set = NONE;
        while (at < end) {
            set = set.or(member(end));
        }
        at = end + 1;
        IntPredicate members = isNegated ? set.negate() : set;
        one(isRule ? members : members.and(IN_NAME));
    }

    /** One character of a set, or a range. */
    private IntPredicate member(int end) {
        int first = next();
        if (!glob.startsWith("-", at) || at + 1 >= end) {
            return only(first);
        }
        at++;
        int last = next();
        if (last < first) {
            throw wrong("has the range " + Character.toString(first) + "-" + Character.toString(last)
                    + ", which runs backwards");
        }
        return new GlobCharacters(first, last, isRule);
    }

    private void open() {
        if (isRule) {
            one(only('{'));
        } else {
            braces.push(new Brace(steps.size(), new ArrayList<>(List.of(steps.size() + 1)), new ArrayList<>()));
            fork(List.of());
        }
    }

    private void comma() {
        if (braces.isEmpty()) {
            one(only(','));
        } else {
            braces.peek().ends().add(steps.size());
            fork(List.of());
            braces.peek().begins().add(steps.size());
        }
    }

    private void close() {
        if (braces.isEmpty()) {
            one(only('}'));
        } else {
            Brace brace = braces.pop();
            steps.set(brace.fork(), free(brace.begins()));
            brace.ends().forEach(end -> steps.set(end, free(List.of(steps.size()))));
        }
    }

    /** The character, in any letter case where that does not count. */
    private IntPredicate only(int c) {
        return new GlobCharacters(c, c, isRule);
    }

    private void one(IntPredicate fits) {
        steps.add(new GlobSteps.Step(fits, steps.size() + 1, List.of()));
    }

    private void many(IntPredicate fits) {
        steps.add(new GlobSteps.Step(fits, steps.size(), List.of(steps.size() + 1)));
    }

    private void fork(List<Integer> to) {
        steps.add(free(to));
    }

    private static GlobSteps.Step free(List<Integer> to) {
        return new GlobSteps.Step(NONE, 0, to);
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("glob '" + glob + "' " + what);
    }
}
