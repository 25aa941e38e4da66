/**
 * The commands of {@code arrtheaudio}: reading arguments, showing what happens, exit codes. What they do is behind the
 * in-ports; what they are wired to is behind {@link io.arrtheaudio.adapter.cli.Wiring}.
 *
 * <p>Nothing here is null; a missing value is an empty {@link java.util.Optional}, and only as a return type.
 */
package io.arrtheaudio.adapter.cli;
