package io.arrtheaudio.launcher.server;

import io.arrtheaudio.port.out.AuditLog;
import io.arrtheaudio.port.out.BatchStore;
import io.arrtheaudio.port.out.JobQueue;
import io.arrtheaudio.port.out.JobStore;
import io.arrtheaudio.port.out.OldChanges;

/**
 * What the daemon keeps in the database, opened for this run of it.
 *
 * @param jobs takes work and tells of it
 * @param queue hands it to workers
 * @param batches many files at once
 * @param audit who asked for what
 * @param changes the journal's, for whoever wants old ones to go
 */
record JobStores(JobStore jobs, JobQueue queue, BatchStore batches, AuditLog audit, OldChanges changes) {}
