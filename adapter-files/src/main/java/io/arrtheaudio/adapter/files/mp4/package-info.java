/**
 * MP4 and QuickTime (ISO/IEC 14496-12, Apple QTFF): reading the {@code trak} boxes, and planning the bytes that switch the
 * default audio track. Internal to this adapter but for {@link io.arrtheaudio.adapter.files.mp4.Mp4Format}.
 */
package io.arrtheaudio.adapter.files.mp4;
