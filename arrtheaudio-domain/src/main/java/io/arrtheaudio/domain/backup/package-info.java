/** What a backup holds. How it lies on a disk is no business of this package. */
package io.arrtheaudio.domain.backup;
