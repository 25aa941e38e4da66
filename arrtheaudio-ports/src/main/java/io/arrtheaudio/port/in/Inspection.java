package io.arrtheaudio.port.in;

import io.arrtheaudio.domain.choice.Choice;
import io.arrtheaudio.domain.media.MediaFile;

/**
 * What is in a file and what would be chosen.
 *
 * @param media the file and its audio tracks
 * @param choice what should become of its default track
 */
public record Inspection(MediaFile media, Choice choice) {}
