/**
 * The use cases: what is done in which order with one file and with many. They know the ports and the domain, no
 * technology.
 */
package io.arrtheaudio.service;
