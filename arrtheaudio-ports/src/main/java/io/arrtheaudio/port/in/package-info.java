/**
 * What callers may ask: commands, the server, and programs that embed this one.
 *
 * <p>Nothing here is null; a missing value is an empty {@link java.util.Optional}, and only as a return type.
 */
package io.arrtheaudio.port.in;
