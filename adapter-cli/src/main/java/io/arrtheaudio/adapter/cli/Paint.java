package io.arrtheaudio.adapter.cli;

/** Colours for a terminal (ECMA-48 section 8.3.117); they cost nothing where there is none. */
enum Paint {
    /** Something was done. */
    GREEN("32"),
    /** Something could be done. */
    YELLOW("33"),
    /** Something is wrong. */
    RED("31"),
    /** Something that matters less. */
    DIM("2"),
    /** A heading. */
    BOLD("1");

    private final String code;

    Paint(String code) {
        this.code = code;
    }

    /** The text in this colour if colours are on. */
    String on(boolean colourful, String text) {
        return colourful ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
