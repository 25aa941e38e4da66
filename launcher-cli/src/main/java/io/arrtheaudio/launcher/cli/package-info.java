/**
 * The {@code arrtheaudio} command: its {@link io.arrtheaudio.launcher.cli.Main}, and what connects the commands to the
 * program behind them. No command and no rule belongs here.
 *
 * <p>Nothing here is null; a missing value is an empty {@link java.util.Optional}, and only as a return type.
 */
package io.arrtheaudio.launcher.cli;
