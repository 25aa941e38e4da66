package io.arrtheaudio.adapter.javalin;

/**
 * Tells Jackson which values are left out of an answer because they say nothing. Jackson compares with {@code equals}.
 */
final class LeftOut {

    private LeftOut() {}

    /** Numbers below zero: not known. */
    static final class Negative {

        @Override
        public boolean equals(Object other) {
            return other instanceof Number number && number.doubleValue() < 0;
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }

    /** A result that there is not yet. */
    static final class NoResult {

        @Override
        public boolean equals(Object other) {
            return ResultView.NONE.equals(other);
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }

    /** An explanation of a file that was not looked into, or that is not asked for. */
    static final class NoExplanation {

        @Override
        public boolean equals(Object other) {
            return ExplanationView.NONE.equals(other);
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }
}
