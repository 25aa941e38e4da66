package io.arrtheaudio.domain.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTableTest {

    @ParameterizedTest
    @CsvSource({"languages.tsv, 540, 'jpn\t\tja\tJapanese'", "macrolanguages.tsv, 10, 'nor\tyes\tnob nno'"})
    void the_lines_of_a_table_are_read_without_its_comments(String table, int fewest, String one) {
        assertThat(LanguageTable.lines(table))
                .hasSizeGreaterThan(fewest)
                .contains(one)
                .noneMatch(line -> line.startsWith("#"));
    }
}
