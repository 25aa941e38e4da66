package io.arrtheaudio.domain.arr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrFileTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "/tv/Show, Season 01/a.mkv, /tv/Show/Season 01/a.mkv",
                "/tv/Show/, a.mkv, /tv/Show/a.mkv",
                "/, a.mkv, /a.mkv",
                "C:\\tv\\Show, Season 01\\a.mkv, C:\\tv\\Show\\Season 01\\a.mkv",
                "C:\\, a.mkv, C:\\a.mkv",
                "C:/tv/Show/, a.mkv, C:/tv/Show/a.mkv",
                "\\\\nas\\tv\\Show, a.mkv, \\\\nas\\tv\\Show\\a.mkv",
                "/tv/back\\slash, a.mkv, /tv/back\\slash/a.mkv"
            })
    void a_relative_path_lies_in_the_folder(String folder, String relative, String joined) {
        assertThat(ArrFile.places(folder, relative, "")).containsExactly(joined);
    }

    @Test
    void the_folder_goes_before_the_absolute_path() {
        assertThat(ArrFile.places("/tv/Show", "a.mkv", "/downloads/a.mkv"))
                .containsExactly("/tv/Show/a.mkv", "/downloads/a.mkv");
    }

    @Test
    void a_place_is_tried_once() {
        assertThat(ArrFile.places("/tv/Show", "a.mkv", "/tv/Show/a.mkv")).containsExactly("/tv/Show/a.mkv");
    }

    @Test
    void what_is_missing_is_left_out() {
        assertThat(ArrFile.places("", "a.mkv", "/tv/a.mkv")).containsExactly("/tv/a.mkv");
        assertThat(ArrFile.places("/tv", " ", "/tv/a.mkv")).containsExactly("/tv/a.mkv");
        assertThat(ArrFile.places("/tv", "", "")).isEmpty();
        assertThat(ArrFile.places("", "a.mkv", "")).isEmpty();
    }

    @Test
    void what_cannot_be_a_file_is_refused() {
        assertThatThrownBy(() -> new ArrFile(List.of())).hasMessageContaining("without its path");
        assertThatThrownBy(() -> new ArrFile(List.of(""))).hasMessageContaining("without its path");
        assertThatThrownBy(() -> new ArrFile(List.of("/tv/a.mkv\0.txt"))).hasMessageContaining("NUL");
        assertThatThrownBy(() -> new ArrFile(List.of("/tv/a.mkv"), -1, "", "")).hasMessageContaining("size");
    }
}
