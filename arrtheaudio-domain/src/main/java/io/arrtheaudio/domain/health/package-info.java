/** What is well and what is not with the things the program needs, for the person who runs it. */
package io.arrtheaudio.domain.health;
