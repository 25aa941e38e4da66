/**
 * Matroska and WebM (RFC 9559) on EBML (RFC 8794): reading the Tracks element, and planning the bytes that switch the
 * default audio track, and telling the media data from the rest. Internal to this adapter but for
 * {@link io.arrtheaudio.adapter.files.matroska.MatroskaFormat} and what it returns.
 */
package io.arrtheaudio.adapter.files.matroska;
