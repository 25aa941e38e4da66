package io.arrtheaudio.domain.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathMappingsTest {

    private static final PathMappings MAPPINGS = mappings(
            "/tv -> /media/tv",
            "/tv/anime -> /media/anime",
            "/data/ -> /data/media",
            "C:\\TV -> /media/windows",
            "\\\\nas\\share\\tv -> /media/unc",
            "D:\\ -> /media/d");

    private static PathMappings mappings(String... written) {
        return new PathMappings(Stream.of(written)
                .map(text -> text.split(" -> "))
                .map(pair -> new PathMapping(pair[0], Path.of(pair[1])))
                .toList());
    }

    private static String local(PathMappings mappings, String received) {
        return mappings.map(received).fold(here -> here.path().toString(), nowhere -> "nowhere");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "/tv/Show/S01/a.mkv, /media/tv/Show/S01/a.mkv",
                "/tv, /media/tv",
                "/tv/, /media/tv",
                "//tv///Show//a.mkv, /media/tv/Show/a.mkv",
                "/tv/./Show/a.mkv, /media/tv/Show/a.mkv",
                "/tv/anime/a.mkv, /media/anime/a.mkv",
                "/tv/anime2/a.mkv, /media/tv/anime2/a.mkv",
                "/data/a.mkv, /data/media/a.mkv",
                "/tv/back\\slash.mkv, /media/tv/back\\slash.mkv",
                "C:\\TV\\Show\\a.mkv, /media/windows/Show/a.mkv",
                "c:\\TV\\Show\\a.mkv, /media/windows/Show/a.mkv",
                "C:/TV/Show/a.mkv, /media/windows/Show/a.mkv",
                "C:\\TV\\\\Show\\a.mkv\\, /media/windows/Show/a.mkv",
                "\\\\nas\\share\\tv\\a.mkv, /media/unc/a.mkv",
                "\\\\nas/share/tv/a.mkv, /media/unc/a.mkv",
                "D:\\a.mkv, /media/d/a.mkv",
                "D:, /media/d",
                "/tv/...And Justice/a.mkv, /media/tv/...And Justice/a.mkv"
            })
    void the_longest_folder_that_fits_wins(String received, String local) {
        assertThat(local(MAPPINGS, received)).isEqualTo(local);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a.mkv",
                "tv/a.mkv",
                "./tv/a.mkv",
                "/tv-4k/a.mkv",
                "/TV/a.mkv",
                "/films/a.mkv",
                "/",
                "C:\\tv\\a.mkv",
                "C:TV\\a.mkv",
                "E:\\TV\\a.mkv",
                "\\\\other\\share\\tv\\a.mkv",
                "\\tv\\a.mkv",
                "/tv/../etc/passwd",
                "/tv/Show/../../../etc/passwd",
                "/tv/anime/../a.mkv",
                "/tv/..",
                "C:\\TV\\..\\a.mkv",
                "C:\\TV\\.. \\a.mkv",
                "C:\\TV\\...\\a.mkv",
                "C:/TV/../a.mkv",
                "/tv/a\0.mkv",
                "\0"
            })
    void everything_else_maps_nowhere(String received) {
        assertThat(local(MAPPINGS, received)).isEqualTo("nowhere");
    }

    @Test
    void what_was_tried_is_told() {
        assertThat(MAPPINGS.map("/tv/a.mkv").tried()).isEqualTo("by the path mapping /tv -> /media/tv");
        assertThat(MAPPINGS.map("/films/a.mkv").tried())
                .startsWith("none of the path mappings fits: /tv -> /media/tv, /tv/anime -> /media/anime")
                .contains("C:\\TV -> /media/windows");
        assertThat(MAPPINGS.map("/tv/../a.mkv").tried()).contains("..");
        assertThat(MAPPINGS.map("a\0b").received()).isEqualTo("a\uFFFDb");
    }

    @Test
    void paths_that_mean_the_same_elsewhere_have_one_spelling() {
        assertThat(comparable("c:\\Films\\\\Heat\\.\\a.mkv")).isEqualTo(comparable("C:/Films/Heat/a.mkv"));
        assertThat(comparable("/films//a.mkv/")).isEqualTo("/films/a.mkv");
        assertThat(comparable("c:\\films")).isNotEqualTo(comparable("C:\\Films"));
    }

    private static String comparable(String received) {
        return MAPPINGS.map(received).fold(here -> "here", MappedPath.Nowhere::comparable);
    }

    @Test
    void without_mappings_paths_are_taken_as_they_are() {
        assertThat(local(PathMappings.NONE, "/media/tv//a.mkv")).isEqualTo("/media/tv/a.mkv");
        for (String path : List.of("a.mkv", "/media/../etc/passwd", "C:\\TV\\a.mkv", "/a\0")) {
            assertThat(local(PathMappings.NONE, path)).isEqualTo("nowhere");
        }
    }

    @Test
    void one_folder_is_mapped_once_however_it_is_written() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mappings("/tv -> /a", "//tv/ -> /b"))
                .withMessageContaining("'//tv/'");
        assertThatIllegalArgumentException().isThrownBy(() -> mappings("C:\\TV -> /a", "c:/TV -> /b"));
        assertThat(mappings("C:\\TV -> /a", "c:\\tv -> /b").mappings()).hasSize(2);
    }

    @Test
    void a_mapping_names_absolute_folders() {
        for (String remote : List.of("tv", "", "/tv/../x", "C:TV", "/t\0v")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new PathMapping(remote, Path.of("/media")))
                    .withMessageContaining("absolute folder");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PathMapping("/tv", Path.of("media")))
                .withMessageContaining("'media'");
    }
}
