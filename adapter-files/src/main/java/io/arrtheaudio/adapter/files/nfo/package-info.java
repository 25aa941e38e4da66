/**
 * Reads the {@code .nfo} files that Kodi, Jellyfin and Emby keep beside media. Nothing else belongs here; nothing is
 * written.
 *
 * <p>Nothing here is null; a missing value is an empty {@link java.util.Optional}, and only as a return type.
 */
package io.arrtheaudio.adapter.files.nfo;
