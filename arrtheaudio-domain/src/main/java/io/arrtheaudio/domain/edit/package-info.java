/** What in- and out-ports share about a change of a file: the bytes, whose they are, and what became of it. */
package io.arrtheaudio.domain.edit;
