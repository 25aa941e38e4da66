/**
 * The use cases: what is done in which order with one file and with many, at once or later. They know the ports and the
 * domain, no technology. What runs by itself, {@link Workers} and {@link Watchdog}, has threads of its own, which end when it
 * is closed.
 */
package io.arrtheaudio.service;
