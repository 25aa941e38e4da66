package io.arrtheaudio.adapter.files.seeded;

/** Is public, and in no list. */
public final class FilesShowsItsInside {}
