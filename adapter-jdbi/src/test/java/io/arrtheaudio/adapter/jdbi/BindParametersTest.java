package io.arrtheaudio.adapter.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values reach SQL as bind parameters only: every statement is written down, whole, in the source. */
class BindParametersTest {

    private static final Path SOURCES = Path.of("src/main/java");

    private static final Pattern STATEMENT =
            Pattern.compile("\\.(?:create(?:Query|Update|Batch|Call|Script)|execute|select|prepareBatch|execute(?:Query"
                    + "|Update|Batch)|prepare(?:Statement|Call))\\s*\\((?=\\s*[^)\\s])");

    private static final String TEXT = "(?:\"\"\"(?:(?!\"\"\").)*\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\")";
    private static final String WRITTEN = "(?:" + TEXT + "|(?:[A-Z][A-Za-z]+\\.)?[A-Z][A-Z_]+)";
    private static final Pattern ARGUMENT =
            Pattern.compile("\\s*" + WRITTEN + "(?:\\s*\\+\\s*" + WRITTEN + ")*\\s*[,)].*", Pattern.DOTALL);

    /** The one method that hands a statement on, and gives it no value. */
    private static final String HANDED_ON = "handle.createQuery(sql).mapTo(Integer.class)";

    @Test
    void every_statement_of_this_module_is_written_down() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();

            assertThat(sources).hasSizeGreaterThan(10);
            for (Path source : sources) {
                assertThat(madeUp(Files.readString(source).replace(HANDED_ON, "")))
                        .as(source.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    void every_named_statement_is_written_down() throws IOException {
        Pattern constant = Pattern.compile("static final String ([A-Z_]+) =(.*?);\\s*\\n", Pattern.DOTALL);
        int found = 0;
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path source :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                Matcher constants = constant.matcher(Files.readString(source));
                while (constants.find()) {
                    found++;
                    assertThat(constants.group(2) + ")")
                            .as(constants.group(1) + " of " + source)
                            .matches(ARGUMENT);
                }
            }
        }
        assertThat(found).isGreaterThan(20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "h.createQuery(\"SELECT * FROM t WHERE a = '\" + value + \"'\")",
                "h.execute(sql)",
                "h.createUpdate(String.format(\"DELETE FROM t WHERE a = %s\", value))",
                "h.createUpdate(\n    \"\"\"\n    DELETE FROM t WHERE a = \"\"\" + value)",
                "c.prepareStatement(\"SELECT \" + COLUMNS + \" FROM t\" + where())"
            })
    void one_that_is_made_up_is_found(String source) {
        assertThat(madeUp(source)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "h.createQuery(\"SELECT * FROM t WHERE a = :a\").bind(\"a\", value)",
                "h.execute(\"INSERT INTO t VALUES (?)\", value)",
                "h.createQuery(BY_ID)",
                "h.createUpdate(\n    \"\"\"\n    DELETE FROM t\n    WHERE a = :a\"\"\")",
                "batch.execute()"
            })
    void one_that_is_written_down_passes(String source) {
        assertThat(madeUp(source)).isEmpty();
    }

    private static List<String> madeUp(String source) {
        List<String> found = new ArrayList<>();
        Matcher statements = STATEMENT.matcher(source);
        while (statements.find()) {
            String rest = source.substring(statements.end());
            if (!ARGUMENT.matcher(rest).matches()) {
                found.add(statements.group() + rest.substring(0, Math.min(60, rest.length())));
            }
        }
        return found;
    }
}
