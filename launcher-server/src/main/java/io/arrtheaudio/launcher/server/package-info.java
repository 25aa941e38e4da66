/**
 * Puts the program together: from the settings to working use cases, with {@code new} only. Nothing is decided here.
 *
 * <p>Nothing here is null; a missing value is an empty {@link java.util.Optional}, and only as a return type.
 */
package io.arrtheaudio.launcher.server;
