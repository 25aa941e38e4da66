/**
 * Logback, set up in code from the settings: no configuration file is searched for.
 *
 * <p>Nothing here is null.
 */
package io.arrtheaudio.launcher.server.logging;
