package io.arrtheaudio.port.out;

import io.arrtheaudio.domain.health.Finding;
import java.util.List;

/**
 * Looks at what an adapter needs from outside.
 *
 * <p>Thread-safe.
 */
public interface HealthProbe {

    /** Looks; whatever is wrong is a finding, nothing is thrown for it. May take seconds. */
    List<Finding> examine();
}
