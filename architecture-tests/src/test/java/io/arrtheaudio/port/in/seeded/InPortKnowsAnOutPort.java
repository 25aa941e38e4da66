package io.arrtheaudio.port.in.seeded;

import io.arrtheaudio.port.out.InspectedFile;
import io.arrtheaudio.port.out.MediaInspector;
import java.nio.file.Path;

/** Breaks R4. */
public final class InPortKnowsAnOutPort {

    InspectedFile inspect(MediaInspector inspector, Path file) {
        return inspector.inspect(file);
    }
}
