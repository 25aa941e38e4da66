package io.arrtheaudio.adapter.ffmpeg;

import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.port.out.HealthProbe;
import java.util.Arrays;
import java.util.List;

/**
 * Which tools there are, in which version.
 *
 * <p>Thread-safe.
 */
public final class ToolsProbe implements HealthProbe {

    private final Tools tools;

    /** Looks for these. */
    public ToolsProbe(Tools tools) {
        this.tools = tools;
    }

    /** One finding for each tool. A missing one is a warning, for the built-in engine needs none. */
    @Override
    public List<Finding> examine() {
        return Arrays.stream(Tool.values()).map(this::examine).toList();
    }

    private Finding examine(Tool tool) {
        String subject = "tool " + tool;
        return tools.state(tool)
                .fold(
                        ready -> Finding.ok(subject, ready.version().toString()),
                        missing -> Finding.warning(
                                subject,
                                missing.found(),
                                "install the package " + tool.packageName() + "; without it " + tool.without()),
                        broken -> Finding.problem(
                                subject,
                                broken.found(),
                                "install " + tool.packageName() + " " + tool.oldest()
                                        + " or later, or name the right program in the settings; without it "
                                        + tool.without()));
    }
}
