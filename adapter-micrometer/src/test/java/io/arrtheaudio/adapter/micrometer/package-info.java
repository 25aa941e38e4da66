/** Tests that read the page as Prometheus does. */
package io.arrtheaudio.adapter.micrometer;
