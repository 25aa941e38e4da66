/** Tests by clients that speak HTTP, and by some that only pretend to, against real servers on a port of their own. */
package io.arrtheaudio.adapter.javalin;
