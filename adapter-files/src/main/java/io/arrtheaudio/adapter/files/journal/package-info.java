/**
 * What a program without a database remembers in a folder of small files: its changes, and which runs of it are alive.
 * Media files are no business of this package, and nothing but the folders it is given is written to. The format is
 * described in {@code docs/journal-folder.md}.
 *
 * <p>Nothing here is null; a missing value is an empty {@link java.util.Optional}, and only as a return type.
 */
package io.arrtheaudio.adapter.files.journal;
