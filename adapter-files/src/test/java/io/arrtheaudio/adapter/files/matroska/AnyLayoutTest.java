package io.arrtheaudio.adapter.files.matroska;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.adapter.files.header.HeaderReader;
import io.arrtheaudio.domain.edit.EditPlan;
import io.arrtheaudio.domain.media.AudioTrack;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Random headers: whatever the layout, a plan keeps every promise or there is none. */
class AnyLayoutTest {

    private enum Verdict {
        POSSIBLE,
        UNSUPPORTED
    }

    @RegisterExtension
    private final Planned planned = new Planned();

    @Test
    void a_plan_keeps_every_promise_whatever_the_layout() {
        int rounds = Boolean.getBoolean("long") ? 200_000 : Integer.getInteger("layouts", 2_000);
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        for (int seed = 0; seed < rounds; seed++) {
            try {
                verdicts.merge(tryLayout(new RandomLayout(new Random(seed))), 1, Integer::sum);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("with seed " + seed + ": " + e.getMessage(), e);
            }
        }
        assertThat(verdicts.get(Verdict.POSSIBLE)).isGreaterThan(rounds / 2);
        assertThat(verdicts.get(Verdict.UNSUPPORTED)).isGreaterThan(rounds / 100);
    }

    private Verdict tryLayout(RandomLayout layout) {
        byte[] file = layout.file();
        List<AudioTrack> before = planned.tracks(file);
        int chosen = 1 + layout.random().nextInt(before.size());
        return planned.plan(file, chosen)
                .fold(
                        possible -> {
                            check(file, before, chosen, possible.plan());
                            return Verdict.POSSIBLE;
                        },
                        rewrite -> Verdict.UNSUPPORTED,
                        unsupported -> Verdict.UNSUPPORTED);
    }

    private void check(byte[] file, List<AudioTrack> before, int chosen, EditPlan plan) {
        byte[] changed = Planned.apply(plan, file);
        assertThat(changed).hasSameSizeAs(file);
        assertThat(planned.defaults(changed)).containsExactly(chosen);
        assertThat(planned.tracks(changed))
                .usingRecursiveComparison()
                .ignoringFields("flags")
                .isEqualTo(before);
        assertThat(planned.possible(changed, chosen).patches()).isEmpty();
        assertThat(Planned.apply(plan.inverse(), changed)).isEqualTo(file);
        assertThat(mediaData(changed)).isEqualTo(mediaData(file));
        assertThat(everythingButDefaults(changed)).isEqualTo(everythingButDefaults(file));
        SeekHeads.assertPointToTheirElements(changed, planned);
    }

    /** From the first Cluster on, up to a Tracks element behind it. */
    private byte[] mediaData(byte[] file) {
        try (HeaderReader reader = planned.open(file)) {
            MatroskaHeader header = new HeaderWalk(reader).walk();
            int from = header.front().isEmpty()
                    ? (int) header.segment().contentOffset()
                    : (int) header.front().get(header.front().size() - 1).end();
            int to = header.isTracksInFront()
                    ? file.length
                    : (int) header.tracks().offset();
            return Arrays.copyOfRange(file, from, to);
        }
    }

    /** Every top-level element and every child of every track but Void, checksums, places and FlagDefault. */
    private List<String> everythingButDefaults(byte[] file) {
        List<String> everything = new ArrayList<>();
        try (HeaderReader reader = planned.open(file)) {
            MatroskaHeader header = new HeaderWalk(reader).walk();
            for (Element element : header.front()) {
                boolean isPlain =
                        element.id() != Ids.VOID && element.id() != Ids.TRACKS && element.id() != Ids.SEEK_HEAD;
                if (isPlain) {
                    byte[] content = new ElementReader(reader).content(element, 1 << 20, "test");
                    everything.add(element.id() + Arrays.toString(content));
                }
            }
            TracksElement tracks = TracksElement.read(reader, header.tracks());
            for (TrackEntry entry : tracks.entries()) {
                everything.add(withoutDefault(entry));
            }
            tracks.crc()
                    .ifPresent(crc -> assertThat(crc.isRight(tracks.content())).isTrue());
        }
        return everything;
    }

    private static String withoutDefault(TrackEntry entry) {
        StringBuilder kept = new StringBuilder();
        boolean keepsFlag = !entry.isAudio();
        for (Element child : entry.fields().children()) {
            if (child.id() != Ids.CRC_32 && (keepsFlag || child.id() != Ids.FLAG_DEFAULT)) {
                byte[] content = entry.fields().content();
                kept.append(Arrays.toString(Arrays.copyOfRange(content, (int) child.offset(), (int) child.end())));
            }
        }
        return kept.toString();
    }
}
