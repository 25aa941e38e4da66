package io.arrtheaudio.adapter.ffmpeg;

import io.arrtheaudio.domain.edit.EditPlan;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.media.Container;
import io.arrtheaudio.domain.media.MediaFile;
import io.arrtheaudio.port.out.DefaultTrackPlanner;
import io.arrtheaudio.port.out.PlannedEdit;
import io.arrtheaudio.port.out.StandIns;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Plans with tools. For a Matroska file mkvpropedit edits a stand-in, and what it did there is the plan; the file itself it
 * never sees. For an MP4 file the plan is that ffmpeg writes it anew. A tool that is not there makes a plan that is
 * unsupported and names what to install.
 *
 * <p>Thread-safe.
 */
public final class ToolPlanner implements DefaultTrackPlanner {

    private static final EditPlan NOTHING = new EditPlan(List.of(), "nothing to change");

    private final Tools tools;
    private final Ffprobe ffprobe;
    private final MatroskaPlanner matroska;
    private final boolean insists;

    /**
     * Runs these tools.
     *
     * @param standIns where mkvpropedit works
     */
    public ToolPlanner(Tools tools, StandIns standIns) {
        this(tools, standIns, false);
    }

    private ToolPlanner(Tools tools, StandIns standIns, boolean insists) {
        this.insists = insists;
        this.tools = tools;
        this.ffprobe = new Ffprobe(tools);
        this.matroska = new MatroskaPlanner(tools, standIns);
    }

    /** A planner for which a missing tool is a failure ({@code FIX_SETTINGS}), as no other one is asked. */
    public static ToolPlanner alone(Tools tools, StandIns standIns) {
        return new ToolPlanner(tools, standIns, true);
    }

    /**
     * {@inheritDoc}
     *
     * @throws AudioFixException also {@code RETRY_LATER} if a tool hangs or there is no room for the stand-in
     */
    @Override
    public PlannedEdit plan(MediaFile file, Set<Integer> defaults) {
        String problems = problems(file.container());
        if (!problems.isEmpty() && insists) {
            throw new AudioFixException(Remedy.FIX_SETTINGS, "cannot change " + file.path() + ": " + problems);
        }
        if (!problems.isEmpty()) {
            return new PlannedEdit.Unsupported(problems);
        }
        Probe probe = ffprobe.read(file.path(), file.container());
        requireTracks(file, probe, defaults);
        return tools.state(editor(file.container()))
                .fold(
                        ready -> plan(file, probe, defaults, ready),
                        missing -> new PlannedEdit.Unsupported(missing.found()),
                        broken -> new PlannedEdit.Unsupported(broken.found()));
    }

    private static Tool editor(Container container) {
        return switch (container) {
            case MATROSKA -> Tool.MKVPROPEDIT;
            case MP4 -> Tool.FFMPEG;
        };
    }

    /** Of every tool that is needed, so that one look tells all there is to install; empty if all can be used. */
    private String problems(Container container) {
        List<Tool> needed = container == Container.MATROSKA
                ? List.of(Tool.FFPROBE, Tool.MKVPROPEDIT, Tool.MKVMERGE)
                : List.of(Tool.FFPROBE, Tool.FFMPEG);
        return needed.stream()
                .map(tool -> tools.state(tool).fold(ready -> "", ToolState.Missing::found, ToolState.Broken::found))
                .filter(problem -> !problem.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private PlannedEdit plan(MediaFile file, Probe probe, Set<Integer> defaults, ToolState.Ready editor) {
        if (isSo(probe, defaults)) {
            return new PlannedEdit.Possible(NOTHING, editor.name());
        }
        return switch (file.container()) {
            case MATROSKA -> matroska.plan(file.path(), probe, defaults, editor);
            case MP4 ->
                RemuxLimits.of(probe, MovieHeader.of(file.path()), defaults)
                        .<PlannedEdit>map(PlannedEdit.Unsupported::new)
                        .orElseGet(() -> new PlannedEdit.Rewrite("copy all streams into a new file", editor.name()));
        };
    }

    private static boolean isSo(Probe probe, Set<Integer> defaults) {
        List<MediaStream> audio = probe.audio();
        for (int i = 0; i < audio.size(); i++) {
            if (audio.get(i).is("default") != defaults.contains(i + 1)) {
                return false;
            }
        }
        return true;
    }

    static void requireTracks(MediaFile file, Probe probe, Set<Integer> defaults) {
        int count = probe.audio().size();
        for (int position : defaults) {
            if (position < 1 || position > count) {
                throw new AudioFixException(
                        Remedy.FIX_FILE,
                        "cannot change the default audio track of " + file.path() + ": it has " + count
                                + " audio tracks now and none is number " + position);
            }
        }
    }
}
