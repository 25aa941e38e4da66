/**
 * MP4 and QuickTime (ISO/IEC 14496-12, Apple QTFF): reading the {@code trak} boxes, planning the bytes that switch the
 * default audio track, and listing what a file holds. Internal to this adapter but for {@link io.arrtheaudio.adapter.files.mp4.Mp4Format}.
 */
package io.arrtheaudio.adapter.files.mp4;
