/**
 * What is remembered, in one SQLite file of the data folder: changes, answers about titles, jobs with the webhooks and
 * batches that asked for them, and who asked for what. Media files are no business of this package, and nothing but the data
 * folder is written to. What becomes of a job is decided in {@code domain.job}.
 *
 * <p>Nothing here is null; a missing value is an empty {@link java.util.Optional}, and only as a return type.
 */
package io.arrtheaudio.adapter.jdbi;
