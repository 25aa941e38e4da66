package io.arrtheaudio.adapter.ffmpeg;

import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.domain.health.Level;
import io.arrtheaudio.port.out.HealthProbe;
import java.util.List;

/**
 * Which tools there are, in which version.
 *
 * <p>Thread-safe.
 */
public final class ToolsProbe implements HealthProbe {

    private final Tools tools;
    private final boolean areNeeded;
    private final List<Tool> which;

    /** Looks for these, and can do without them. */
    public ToolsProbe(Tools tools) {
        this(tools, false);
    }

    /**
     * Looks for these.
     *
     * @param areNeeded whether nothing works without them, as no other engine is used
     */
    public ToolsProbe(Tools tools, boolean areNeeded) {
        this(tools, areNeeded, List.of(Tool.values()));
    }

    private ToolsProbe(Tools tools, boolean areNeeded, List<Tool> which) {
        this.tools = tools;
        this.areNeeded = areNeeded;
        this.which = which;
    }

    /** Looks at what reads files, alone. */
    public ToolsProbe ofFfprobe() {
        return new ToolsProbe(tools, areNeeded, List.of(Tool.FFPROBE));
    }

    /** Looks at what writes MP4 files anew, alone. */
    public ToolsProbe ofFfmpeg() {
        return new ToolsProbe(tools, areNeeded, List.of(Tool.FFMPEG));
    }

    /** Looks at what changes Matroska files, and at what it cannot be used without. */
    public ToolsProbe ofMkvpropedit() {
        return new ToolsProbe(tools, areNeeded, List.of(Tool.MKVPROPEDIT, Tool.MKVMERGE));
    }

    /** One finding for each tool. A missing one is a warning, unless it is needed: the built-in engine needs none. */
    @Override
    public List<Finding> examine() {
        return which.stream().map(this::examine).toList();
    }

    private Finding examine(Tool tool) {
        String subject = "tool " + tool;
        return tools.state(tool)
                .fold(
                        ready -> Finding.ok(subject, ready.version().toString()),
                        missing -> new Finding(
                                areNeeded ? Level.PROBLEM : Level.WARNING,
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
