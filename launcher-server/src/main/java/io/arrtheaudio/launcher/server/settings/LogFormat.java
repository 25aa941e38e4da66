package io.arrtheaudio.launcher.server.settings;

/** How log lines look. */
public enum LogFormat {
    /** One plain line for each event, for people. */
    TEXT,
    /** One JSON object for each event, for programs. */
    JSON
}
