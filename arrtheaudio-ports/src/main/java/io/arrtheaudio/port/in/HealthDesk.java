package io.arrtheaudio.port.in;

import io.arrtheaudio.domain.health.Finding;
import java.util.List;

/**
 * Looks after the things the program needs: its data folder, its tools, the libraries.
 *
 * <p>Thread-safe.
 */
public interface HealthDesk {

    /** Looks at everything; a thing that cannot be looked at is a finding too. May take seconds. */
    List<Finding> examine();
}
