package io.arrtheaudio.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a repository wants to know of every published module, and what the BOM says of them, which has no parent to ask. */
class PomsTest {

    private static final Path HOUSE = Path.of("..");
    private static final String PARENT = pom(HOUSE);
    private static final String BOM = pom(HOUSE.resolve("arrtheaudio-bom"));

    @Test
    void the_bom_names_every_published_module() {
        List<String> published =
                published().map(pom -> second("artifactId", pom)).toList();

        assertThat(published).hasSizeGreaterThan(8);
        assertThat(all("artifactId", managed(BOM)).distinct()).containsExactlyInAnyOrderElementsOf(published);
    }

    @Test
    void the_bom_brings_nothing_of_others() {
        assertThat(all("groupId", managed(BOM))).containsOnly("io.arrtheaudio");
        assertThat(BOM).doesNotContain("<parent>");
    }

    @Test
    void bom_and_parent_are_of_one_version_and_at_home_in_one_place() {
        for (String element : List.of("version", "project.home", "groupId")) {
            assertThat(all(element, BOM).findFirst())
                    .isEqualTo(all(element, PARENT).findFirst());
        }
        for (String element : List.of("licenses", "developers", "issueManagement")) {
            assertThat(all(element, BOM).toList())
                    .hasSize(1)
                    .isEqualTo(all(element, PARENT).toList());
        }
    }

    @Test
    void every_published_module_has_a_name_a_description_and_a_name_on_the_module_path() {
        assertThat(published().toList()).allSatisfy(pom -> {
            assertThat(all("name", pom).findFirst().orElse("")).startsWith("ArrTheAudio ");
            assertThat(all("description", pom).findFirst().orElse("")).endsWith(".");
            assertThat(all("java.module.name", pom).findFirst().orElse("")).startsWith("io.arrtheaudio.");
        });
        assertThat(published()
                        .map(pom -> all("java.module.name", pom).findFirst().orElse("")))
                .doesNotHaveDuplicates();
    }

    private static Stream<String> published() {
        return all("module", PARENT)
                .map(HOUSE::resolve)
                .map(PomsTest::pom)
                .filter(pom -> !pom.contains("<packaging>pom<") && !pom.contains("<maven.deploy.skip>true<"));
    }

    private static String managed(String pom) {
        return all("dependencyManagement", pom).findFirst().orElseThrow();
    }

    /** The parent's comes first. */
    private static String second(String element, String pom) {
        return all(element, pom).skip(1).findFirst().orElseThrow();
    }

    private static Stream<String> all(String element, String pom) {
        String quoted = Pattern.quote(element);
        return Pattern.compile("<" + quoted + ">(.*?)</" + quoted + ">", Pattern.DOTALL)
                .matcher(pom)
                .results()
                .map(found -> found.group(1));
    }

    private static String pom(Path module) {
        try {
            return Files.readString(module.resolve("pom.xml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
