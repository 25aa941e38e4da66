/** Loads a daemon in a process of its own, over real sockets on this machine, and prints what it bears. */
package io.arrtheaudio.bench.load;
