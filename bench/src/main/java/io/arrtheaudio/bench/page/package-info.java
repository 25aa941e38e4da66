/**
 * What each part of the measurement is given, and how its tables get into docs/performance.md. Nothing here measures. Nothing
 * here is null.
 */
package io.arrtheaudio.bench.page;
