/** A media file as far as its audio tracks matter: container, tracks, flags, roles. No format is read here. */
package io.arrtheaudio.domain.media;
