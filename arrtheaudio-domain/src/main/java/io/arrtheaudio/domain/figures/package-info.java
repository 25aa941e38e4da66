/** How much was done, in figures for the person who runs the program. */
package io.arrtheaudio.domain.figures;
