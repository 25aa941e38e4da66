/** Which audio track of a file should be the default one, and why each of the others is not. Pure: values in, values out. */
package io.arrtheaudio.domain.choice;
