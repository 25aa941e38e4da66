/**
 * Backups as files: a tar archive (POSIX.1-1988 {@code ustar}) that gzip has packed, its list of contents first. What is read
 * may come from anywhere, so only what this package itself writes is accepted.
 */
package io.arrtheaudio.adapter.files.archive;
