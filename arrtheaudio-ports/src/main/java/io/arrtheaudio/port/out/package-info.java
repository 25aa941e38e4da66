/**
 * What is needed from outside. Each port has a contract in this module's test-jar that every implementation runs.
 *
 * <p>Nothing here is null; a missing value is an empty {@link java.util.Optional}, and only as a return type. What goes
 * wrong outside comes in as {@link io.arrtheaudio.domain.failure.AudioFixException}.
 */
package io.arrtheaudio.port.out;
