/** Tests of the spans, and of how they are sent. */
package io.arrtheaudio.adapter.micrometer.tracing;
