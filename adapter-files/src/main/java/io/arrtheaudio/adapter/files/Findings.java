package io.arrtheaudio.adapter.files;

import io.arrtheaudio.domain.edit.Bytes;
import io.arrtheaudio.domain.edit.EditPlan;
import io.arrtheaudio.domain.edit.Ending;
import io.arrtheaudio.domain.edit.Patch;
import io.arrtheaudio.domain.edit.PlanState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a file holds where a plan changes it.
 *
 * @param spots one for each run of patches, in their order, then one for the end if that changes
 */
record Findings(List<Spot> spots) {

    private static final Logger LOG = LoggerFactory.getLogger(Findings.class);

    /** Reads, and nothing else. */
    static Findings in(ByteFile file, EditPlan plan) throws IOException {
        long length = file.length();
        List<Spot> spots = new ArrayList<>();
        for (Patch run : Runs.of(plan)) {
            int size = run.was().size();
            spots.add(new Spot(run.offset(), run.was(), run.becomes(), read(file, run.offset(), size, length)));
        }
        Ending end = plan.ending();
        if (!end.isSame()) {
            int size = end.was().size() + end.becomes().size() + 1; // one more, to see whether something lies behind
            spots.add(new Spot(end.offset(), end.was(), end.becomes(), read(file, end.offset(), size, length)));
        }
        return new Findings(List.copyOf(spots));
    }

    /** As much as there is; empty if the file ends before. */
    private static Optional<Bytes> read(ByteFile file, long offset, int size, long length) throws IOException {
        if (offset > length) {
            return Optional.empty();
        }
        byte[] there = new byte[(int) Math.min(size, length - offset)];
        file.read(offset, there);
        return Optional.of(Bytes.of(there));
    }

    PlanState state() {
        if (foreign().isPresent()) {
            return PlanState.FOREIGN;
        }
        if (spots.stream().allMatch(spot -> spot.holds(spot.becomes()))) {
            return PlanState.NEW;
        }
        return notOld().isPresent() ? PlanState.TORN : PlanState.OLD;
    }

    /** What is not the old bytes, for people; empty if everything is old. */
    Optional<String> notOld() {
        return spots.stream()
                .filter(spot -> !spot.holds(spot.was()))
                .map(Spot::unlikeOld)
                .findFirst();
    }

    /** What is neither old nor new, for people. */
    Optional<String> foreign() {
        return spots.stream().filter(Spot::isForeign).map(Spot::unlikeBoth).findFirst();
    }

    /**
     * One place of the file.
     *
     * @param offset where
     * @param was what is there before
     * @param becomes what is there afterwards
     * @param found what is there now; empty if the file ends before
     */
    record Spot(long offset, Bytes was, Bytes becomes, Optional<Bytes> found) {

        boolean holds(Bytes bytes) {
            return found.filter(bytes::equals).isPresent();
        }

        private boolean isForeign() {
            int least = Math.min(was.size(), becomes.size());
            int most = Math.max(was.size(), becomes.size());
            return found.filter(bytes ->
                            bytes.size() >= least && bytes.size() <= most && firstForeign(bytes) == bytes.size())
                    .isEmpty();
        }

        private int firstForeign(Bytes bytes) {
            int i = 0;
            while (i < bytes.size() && isOurs(i, bytes.at(i))) {
                i++;
            }
            return i;
        }

        /** A file may have grown on disk by bytes that never came there themselves; they read as 0. */
        private boolean isOurs(int i, byte there) {
            return is(was, i, there) || is(becomes, i, there) || was.size() != becomes.size() && there == 0;
        }

        private static boolean is(Bytes bytes, int i, byte there) {
            return i < bytes.size() && bytes.at(i) == there;
        }

        private String unlikeOld() {
            int first = 0;
            Bytes there = found.orElse(Bytes.of());
            while (first < there.size() && is(was, first, there.at(first))) {
                first++;
            }
            tell(first);
            return "at byte " + (offset + first) + " it does not hold what was read";
        }

        private String unlikeBoth() {
            int first = firstForeign(found.orElse(Bytes.of()));
            tell(first);
            return "at byte " + (offset + first) + " it holds neither the old nor the new bytes";
        }

        private void tell(int index) {
            LOG.debug(
                    "at byte {} there is {}, where {} was and {} is to be",
                    offset + index,
                    brief(found.orElse(Bytes.of()), index),
                    brief(was, index),
                    brief(becomes, index));
        }

        private static String brief(Bytes bytes, int from) {
            int to = Math.min(bytes.size(), from + 8);
            if (from >= to) {
                return "nothing";
            }
            String text = Bytes.of(bytes.toArray(), from, to).toString();
            return to < bytes.size() ? text + " ..." : text;
        }
    }
}
