/** Who asked for something that matters, for those who look into it later. */
package io.arrtheaudio.domain.audit;
