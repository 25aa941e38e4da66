package io.arrtheaudio.kit;

import io.arrtheaudio.port.out.BatchStore;
import io.arrtheaudio.port.out.JobQueue;
import io.arrtheaudio.port.out.JobStore;
import io.arrtheaudio.port.out.ToldTitleView;

/**
 * The jobs of one place, as one run of the program sees them.
 *
 * @param store for those who hand in
 * @param queue for those who work
 * @param batches for those who hand in many
 * @param told what webhooks told of titles
 */
public record JobStores(JobStore store, JobQueue queue, BatchStore batches, ToldTitleView told) {}
