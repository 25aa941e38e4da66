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
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.ParsedSql;
import org.jdbi.v3.core.statement.SqlParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedParametersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "COMMIT",
                "SELECT 1 WHERE a = :a",
                ":a",
                "a=:a,:b",
                "name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
                "(:path = '' AND :key = '' OR :path <> '' AND path = :path)",
                "SELECT ':no', :yes, 'it''s :no either'"
            })
    void names_are_found_as_jdbi_finds_them(String sql) {
        assertThat(parsed(sql)).isEqualTo(parsedByJdbi(sql));
    }

    @Test
    void every_statement_of_this_module_is_read_as_jdbi_reads_it() throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher text = Pattern.compile("(?s)\"\"\"(.*?)\"\"\"").matcher(Files.readString(file));
                text.results().forEach(found -> texts.add(found.group(1)));
            }
        }

        assertThat(texts)
                .hasSizeGreaterThan(5)
                .allSatisfy(sql -> assertThat(parsed(sql)).isEqualTo(parsedByJdbi(sql)));
    }

    private static ParsedSql parsed(String sql) {
        return parse(new NamedParameters(), sql);
    }

    private static ParsedSql parsedByJdbi(String sql) {
        return parse(new ColonPrefixSqlParser(), sql);
    }

    private static ParsedSql parse(SqlParser parser, String sql) {
        return Jdbi.create("jdbc:sqlite::memory:")
                .withHandle(handle ->
                        parser.parse(sql, handle.createQuery("SELECT 1").getContext()));
    }
}
