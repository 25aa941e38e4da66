package io.arrtheaudio.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RulesTest {

    /** The main classes of all modules, whether Maven shows them as folders, as jars or as the one shaded jar. */
    private static final JavaClasses MAIN_CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages(Layers.ROOT);

    static List<Rule> rules() {
        return Rules.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void main_code_keeps(Rule rule) {
        EvaluationResult result = rule.check().evaluate(MAIN_CLASSES);

        assertThat(result.getFailureReport().getDetails()).as(rule.name()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void a_seeded_violation_breaks(Rule rule) {
        JavaClasses seed = new ClassFileImporter().importClasses(rule.seed());

        assertThat(rule.check().evaluate(seed).getFailureReport().toString()).contains(rule.violation());
    }

    @Test
    void no_test_class_is_mistaken_for_main_code() {
        assertThat(MAIN_CLASSES).noneMatch(type -> type.getPackageName().endsWith(".architecture"));
        assertThat(MAIN_CLASSES).noneMatch(type -> type.getPackageName().contains(".seeded"));
    }

    @Test
    void a_rule_that_finds_no_class_fails() {
        assertThatThrownBy(() -> ArchRuleDefinition.classes()
                        .that()
                        .resideInAPackage("io.arrtheaudio.nowhere..")
                        .should()
                        .bePublic()
                        .evaluate(MAIN_CLASSES))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("failed to check any classes");
    }

    @Test
    void every_class_that_may_write_exists() {
        assertThat(MAIN_CLASSES).extracting(JavaClass::getName).containsAll(DiskWrites.writers());
    }

    @Test
    void every_type_that_is_listed_as_public_is() {
        assertThat(MAIN_CLASSES)
                .filteredOn(PublicFace.seen())
                .extracting(JavaClass::getName)
                .containsAll(PublicFace.SHOWN)
                .containsAll(PublicFace.BETWEEN)
                .hasSize(PublicFace.SHOWN.size() + PublicFace.BETWEEN.size());
    }

    @Test
    void every_rule_is_there_once() {
        assertThat(rules()).extracting(Rule::name).doesNotHaveDuplicates();
        assertThat(rules())
                .extracting(rule -> rule.name().split(" ")[0])
                .contains("R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10", "R11", "R12", "R13", "R14");
    }
}
