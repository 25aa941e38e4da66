/**
 * Files on disk in pure Java: the built-in engine that reads and patches headers, and what the ports ask about files. No
 * other technology belongs here, and no tool is run.
 *
 * <p>Nothing here is null; a missing value is an empty {@link java.util.Optional}, and only as a return type.
 */
package io.arrtheaudio.adapter.files;
