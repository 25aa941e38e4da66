/**
 * Work that was accepted and is done later: one job for each file, what may become of it, and batches of many. Pure: time
 * and chance are handed in. Nothing here knows how jobs are kept or who works on them.
 *
 * <p>Moments are kept to the millisecond. Nothing here is null; a missing value is an empty {@link java.util.Optional}, and
 * only as a return type; a moment that has not come is {@link java.time.Instant#EPOCH}.
 */
package io.arrtheaudio.domain.job;
