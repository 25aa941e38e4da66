/**
 * Where the time of some work goes, by Java's flight recorder. Knows stacks and threads, and nothing of what is measured.
 */
package io.arrtheaudio.bench.profile;
