package io.arrtheaudio.domain.library;

/** Reads a glob as the regular expression that says what it means, which may take for ever to match. */
final class RegexGlob {

    private final String glob;
    private final boolean isRule;
    private final StringBuilder regex = new StringBuilder();
    private int at;
    private int braces;

    RegexGlob(String glob, boolean isRule) {
        this.glob = glob;
        this.isRule = isRule;
    }

    String toRegex() {
        if (glob.isEmpty()) {
            throw new IllegalArgumentException("glob '' is empty and would match nothing");
        }
        while (at < glob.length()) {
            int c = next();
            switch (c) {
                case '*' -> star();
                case '?' -> regex.append(isRule ? "." : "[^/]");
                case '[' -> bracket();
                case '{' -> open();
                case '}' -> close();
                case ',' -> regex.append(braces > 0 ? "|" : ",");
                default -> literal(c);
            }
        }
        if (braces > 0) {
            throw wrong("opens a brace that it does not close");
        }
        return regex.toString();
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
            regex.append(isRule ? ".*" : "[^/]*");
        } else if (isWholeName && glob.startsWith("/", at)) {
            at++;
            regex.append("(?:.*/)?"); // a/**/b also means a/b
        } else {
            regex.append(".*");
        }
    }

    private void bracket() {
        boolean isNegated = glob.startsWith("!", at);
        int from = isNegated ? at + 1 : at;
        int end = glob.indexOf(']', from + 1); // a ] at the beginning belongs to the set
        if (end < 0) {
            throw wrong("opens a bracket that it does not close; write [[] for the character [ itself");
        }
        regex.append(isRule ? "" : "(?!/)").append(isNegated ? "[^" : "[");
        at = from;
        while (at < end) {
            member(end);
        }
        regex.append(']');
        at = end + 1;
    }

    /** One character of a set, or a range. */
    private void member(int end) {
        int first = next();
        literal(first);
        if (glob.startsWith("-", at) && at + 1 < end) {
            at++;
            int last = next();
            if (last < first) {
                throw wrong("has the range " + Character.toString(first) + "-" + Character.toString(last)
                        + ", which runs backwards");
            }
            regex.append('-');
            literal(last);
        }
    }

    private void open() {
        if (isRule) {
            literal('{');
        } else {
            braces++;
            regex.append("(?:");
        }
    }

    private void close() {
        if (isRule || braces == 0) {
            literal('}');
        } else {
            braces--;
            regex.append(')');
        }
    }

    private void literal(int c) {
        if (c < 128 && !Character.isLetterOrDigit(c)) {
            regex.append('\\');
        }
        regex.appendCodePoint(c);
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("glob '" + glob + "' " + what);
    }
}
