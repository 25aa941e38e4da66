/** Bounded reading of headers, shared by the container formats. Internal to this adapter. */
package io.arrtheaudio.adapter.files.header;
