/** What is remembered of every change, so that it can be finished after a crash and taken back on demand. */
package io.arrtheaudio.domain.journal;
