package io.arrtheaudio.adapter.ffmpeg;

import io.arrtheaudio.port.out.PlannedEdit;
import io.arrtheaudio.port.out.StandIn;
import io.arrtheaudio.port.out.StandIns;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lets mkvpropedit change default flags of a stand-in. It names each track by what mkvmerge lists for it, never by counting.
 * An exit code of 1 is a warning, of 2 an error (mkvpropedit(1), "Exit codes").
 */
final class MatroskaPlanner {

    private static final int WARNED = 1;

    private final Tools tools;
    private final Mkvmerge mkvmerge;
    private final StandIns standIns;

    MatroskaPlanner(Tools tools, StandIns standIns) {
        this.tools = tools;
        this.mkvmerge = new Mkvmerge(tools);
        this.standIns = standIns;
    }

    /** Some flag must differ from what is asked for, and mkvmerge be there. */
    PlannedEdit plan(Path file, Probe probe, Set<Integer> defaults, ToolState.Ready mkvpropedit) {
        Listing listing = mkvmerge.list(file);
        List<MediaStream> audio = probe.audio();
        List<FlagEdit> edits = new ArrayList<>();
        for (int i = 0; i < audio.size(); i++) {
            boolean becomes = defaults.contains(i + 1);
            if (audio.get(i).is("default") != becomes) {
                Optional<String> selector = listing.of(audio, i).flatMap(listing::selectorOf);
                if (selector.isEmpty()) {
                    return new PlannedEdit.Unsupported("mkvpropedit cannot be told which track audio track " + (i + 1)
                            + " is: mkvmerge does not list it, or other tracks have the same UID and number; mkvmerge -o "
                            + "new.mkv would number them anew");
                }
                edits.add(new FlagEdit(selector.get(), becomes));
            }
        }
        return standIns.of(file)
                .<PlannedEdit>map(standIn -> edit(file, standIn, edits, mkvpropedit))
                .orElseGet(() -> new PlannedEdit.Unsupported(
                        "its Clusters cannot be told apart, as in a live stream, so that mkvpropedit cannot be tried on "
                                + "a copy of the rest; mkvmerge -o new.mkv would write it with sizes"));
    }

    private PlannedEdit edit(Path file, StandIn standIn, List<FlagEdit> edits, ToolState.Ready mkvpropedit) {
        try (standIn) {
            boolean wasInFront = standIn.hasTracksInFront();
            for (List<FlagEdit> together : runs(edits)) {
                ToolResult result = run(file, standIn.path(), together);
                if (result.exit() > WARNED) {
                    return new PlannedEdit.Unsupported(
                            "mkvpropedit cannot change it and says '" + result.lastWords() + "'");
                }
            }
            boolean isMoved = wasInFront && !standIn.hasTracksInFront();
            if (isMoved && !tools.settings().allowTailTracks()) {
                return new PlannedEdit.Unsupported(
                        "mkvpropedit would move Tracks behind the last Cluster, where simple "
                                + "players do not find them, and the file would grow; allow_tail_tracks: true permits it");
            }
            String method = "edit " + edits.size() + (edits.size() == 1 ? " flag" : " flags")
                    + (isMoved ? ", Tracks behind the Clusters" : "");
            return new PlannedEdit.Possible(standIn.changes(method), mkvpropedit.name());
        }
    }

    /** One run for all, unless tracks share a UID: by that mkvpropedit would take edits of several tracks for one's. */
    private static List<List<FlagEdit>> runs(List<FlagEdit> edits) {
        return edits.stream().allMatch(FlagEdit::isByUid)
                ? List.of(edits)
                : edits.stream().map(List::of).toList();
    }

    private ToolResult run(Path file, Path standIn, List<FlagEdit> edits) {
        List<String> arguments = new ArrayList<>(List.of(Tools.argument(standIn)));
        for (FlagEdit edit : edits) {
            arguments.addAll(List.of("--edit", edit.selector(), "--set", "flag-default=" + (edit.becomes() ? 1 : 0)));
        }
        return tools.run(Tool.MKVPROPEDIT, arguments, "plan another default audio track of " + file);
    }

    private record FlagEdit(String selector, boolean becomes) {

        boolean isByUid() {
            return selector.startsWith(Listing.BY_UID);
        }
    }
}
