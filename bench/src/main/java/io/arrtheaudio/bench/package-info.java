/**
 * Measures the built-in engine beside the tools it replaces, on the same files in the same run, and the command as whole
 * processes. Not part of the product.
 */
package io.arrtheaudio.bench;
