package io.arrtheaudio.port.out.seeded;

import org.slf4j.Logger;

/** Breaks R3. */
public interface OutPortLogs {

    Logger log();
}
