package io.arrtheaudio.domain.library;

/** Turns one glob into a regular expression, character by character. */
final class GlobReader {

    private final String glob;
    private final boolean starCrosses;
    private final StringBuilder regex = new StringBuilder();
    private int at;
    private int braces;

    GlobReader(String glob, boolean starCrosses) {
        this.glob = glob;
        this.starCrosses = starCrosses;
    }

    String toRegex() {
        while (at < glob.length()) {
            char c = glob.charAt(at++);
            switch (c) {
                case '*' -> star();
                case '?' -> regex.append(starCrosses ? "." : "[^/]");
                case '[' -> bracket();
                case '{' -> open(c);
                case '}' -> close(c);
                case ',' -> regex.append(braces > 0 ? "|" : ",");
                default -> literal(c);
            }
        }
        if (braces > 0) {
            throw new IllegalArgumentException("glob '" + glob + "' opens a brace that it does not close");
        }
        return regex.toString();
    }

    private void star() {
        boolean two = at < glob.length() && glob.charAt(at) == '*';
        if (two) {
            at++;
        }
        if (!starCrosses && two && at < glob.length() && glob.charAt(at) == '/') {
            at++;
            regex.append("(?:.*/)?"); // a/**/b also means a/b
        } else {
            regex.append(starCrosses || two ? ".*" : "[^/]*");
        }
    }

    private void bracket() {
        int from = at;
        boolean not = from < glob.length() && glob.charAt(from) == '!';
        int end = glob.indexOf(']', not ? from + 2 : from + 1);
        if (end < 0) {
            throw new IllegalArgumentException("glob '" + glob + "' opens a bracket that it does not close");
        }
        String set = glob.substring(not ? from + 1 : from, end);
        regex.append(not ? "[^" : "[");
        for (char c : set.toCharArray()) {
            regex.append(c == '-' || Character.isLetterOrDigit(c) ? String.valueOf(c) : "\\" + c);
        }
        regex.append(']');
        at = end + 1;
    }

    private void open(char c) {
        if (starCrosses) {
            literal(c);
        } else {
            braces++;
            regex.append("(?:");
        }
    }

    private void close(char c) {
        if (starCrosses || braces == 0) {
            literal(c);
        } else {
            braces--;
            regex.append(')');
        }
    }

    private void literal(char c) {
        if (!Character.isLetterOrDigit(c) && c < 128) {
            regex.append('\\');
        }
        regex.append(c);
    }
}
