/** What went wrong, and who can mend it. One exception root for the whole program. */
package io.arrtheaudio.domain.failure;
