package io.arrtheaudio.domain.seeded;

import org.slf4j.Logger;

/** Breaks R10, SLF4J. */
public final class DomainLogs {

    void log(Logger log) {
        log.info("the domain says nothing");
    }
}
