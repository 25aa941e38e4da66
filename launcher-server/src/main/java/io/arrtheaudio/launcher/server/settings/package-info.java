/**
 * The settings file: from YAML to typed records, with every problem in one report. {@code Keys} is the one table of what
 * may stand in it; the documentation and the JSON schema are held against it by tests.
 *
 * <p>Nothing here is null; a missing value is an empty {@link java.util.Optional}, and only as a return type.
 */
package io.arrtheaudio.launcher.server.settings;
