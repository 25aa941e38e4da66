/**
 * The tools engine: ffprobe and mkvmerge read, mkvpropedit shows on a stand-in what it would do, ffmpeg writes a file anew.
 * Nothing here writes to a media file of a user. {@code ToolRunner} alone runs processes.
 *
 * <p>Nothing here is null; a missing value is an empty {@link java.util.Optional}, and only as a return type.
 */
package io.arrtheaudio.adapter.ffmpeg;
