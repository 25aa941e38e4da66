/** Measures the built-in engine beside the tools it replaces, on the same files in the same run. Not part of the product. */
package io.arrtheaudio.bench;
