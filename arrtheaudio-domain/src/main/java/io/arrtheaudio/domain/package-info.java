/**
 * What ArrTheAudio knows about languages, audio tracks and the choice among them. Plain Java: no library, no clock, no
 * file system.
 *
 * <p>Nothing in this package or below it is null; a missing value is an empty {@link java.util.Optional}, and only as a
 * return type.
 */
package io.arrtheaudio.domain;
