package io.arrtheaudio.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.arrtheaudio.kit.LoopDisk;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The doctor on this machine, with libraries on every kind of disk. */
class DoctorTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void a_library_is_looked_after_and_left_as_it_was(LoopDisk.Kind kind) {
        try (LoopDisk disk = LoopDisk.of(kind)) {
            House house = House.in(folder, disk.root());
            house.film("film.mkv");
            List<String> before = House.names(disk.root());

            String told = house.runWith("libraries: [" + house.library() + "]", "admin", "doctor")
                    .exitsWith(0)
                    .out();

            assertThat(told).contains(house.library().toString(), kind.name().toLowerCase(Locale.ROOT));
            assertThat(told).doesNotContain("problem ");
            assertThat(House.names(disk.root())).isEqualTo(before);
            assertThat(house.data()).doesNotExist();
        }
    }

    @Test
    void a_library_that_is_mounted_read_only_is_a_problem_with_something_to_do() {
        try (LoopDisk disk = LoopDisk.of(LoopDisk.Kind.EXT4)) {
            House house = House.in(folder, disk.root());
            disk.makeReadOnly();
            List<JsonNode> findings =
                    House.json(house.runWith("libraries: [" + house.library() + "]", "admin", "doctor", "--json")
                            .exitsWith(1)
                            .out());
            assertThat(findings).allSatisfy(finding -> {
                assertThat(finding.path("type").asText()).isEqualTo("finding");
                assertThat(finding.path("level").asText()).isIn("ok", "warning", "problem");
                assertThat(finding.path("subject").asText()).isNotEmpty();
                assertThat(finding.path("found").asText()).isNotEmpty();
                assertThat(finding.path("remedy").isMissingNode())
                        .isEqualTo(finding.path("level").asText().equals("ok"));
            });
            assertThat(findings)
                    .anySatisfy(finding -> assertThat(finding.toString())
                            .contains("problem", house.library().toString(), "Read-only"));
        }
    }

    @Test
    void a_library_that_is_not_there_is_a_problem() {
        House house = House.in(folder);
        assertThat(house.runWith("libraries: [/nowhere/media]", "admin", "doctor")
                        .exitsWith(1)
                        .out())
                .contains("problem")
                .contains("/nowhere/media");
    }
}
