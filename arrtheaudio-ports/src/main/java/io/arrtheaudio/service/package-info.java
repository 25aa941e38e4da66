/**
 * The use cases: what is done in which order with one file and with many, at once or later. They know the ports and the
 * domain, no technology.
 *
 * <p>Files are fixed at once ({@link io.arrtheaudio.service.FixService}, {@link io.arrtheaudio.service.ScanService}) or taken in
 * as jobs: from people, Arr apps, batches and schedules. Whoever changes jobs says so to the
 * {@link io.arrtheaudio.service.JobBulletin} and wakes {@link io.arrtheaudio.service.Workers} by the
 * {@link io.arrtheaudio.service.WorkSignal}. Classes with threads of their own are closed by whoever made them.
 */
package io.arrtheaudio.service;
