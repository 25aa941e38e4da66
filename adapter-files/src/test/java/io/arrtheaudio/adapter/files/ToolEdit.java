package io.arrtheaudio.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.edit.EditPlan;
import io.arrtheaudio.domain.edit.Patch;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Something that mkvpropedit is asked to do, by track number; number 1 is the picture. */
record ToolEdit(List<String> options) {

    static final String LONG_NAME =
            "name=" + "a name that is too long for the room in front of the clusters ".repeat(80);

    static final List<ToolEdit> ALL = List.of(
            of("--edit", "track:@2", "--set", "flag-default=0", "--edit", "track:@3", "--set", "flag-default=1"),
            of("--edit", "track:@2", "--set", "flag-default=1", "--edit", "track:@3", "--set", "flag-default=0"),
            of("--edit", "track:@3", "--set", LONG_NAME));

    private static ToolEdit of(String... options) {
        return new ToolEdit(List.of(options));
    }

    /** Lets mkvpropedit do it. */
    void run(Path file) {
        List<String> command = new ArrayList<>(List.of("mkvpropedit", "-q", file.toString()));
        command.addAll(options);
        MediaTools.run(command);
    }

    /** In the order that plans promise: what is appended, the patches, what is cut off. */
    static void apply(EditPlan plan, Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            if (plan.ending().growth() > 0) {
                assertThat(file.length()).isEqualTo(plan.ending().offset());
                file.seek(plan.ending().offset());
                file.write(plan.ending().becomes().toArray());
            }
            for (Patch patch : plan.patches()) {
                byte[] there = new byte[patch.was().size()];
                file.seek(patch.offset());
                file.readFully(there);
                assertThat(there).isEqualTo(patch.was().toArray());
                file.seek(patch.offset());
                file.write(patch.becomes().toArray());
            }
            if (plan.ending().growth() < 0) {
                file.setLength(plan.ending().offset());
            }
        }
    }
}
