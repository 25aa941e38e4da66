package io.arrtheaudio.adapter.files;

import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.port.out.HealthProbe;
import java.util.List;

/**
 * Looks at what the system grants to a program that works on files.
 *
 * <p>Thread-safe.
 */
public final class SystemProbe implements HealthProbe {

    @Override
    public List<Finding> examine() {
        return Surroundings.ofThisProgram().findings();
    }
}
