package io.arrtheaudio.domain.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FolderNowhereTest {

    private static final Path HERE = Path.of("/data").toAbsolutePath();

    private final PathMappings mappings = new PathMappings(List.of(
            new PathMapping("/mnt/media/films", HERE),
            new PathMapping("D:\\Films", HERE),
            new PathMapping("\\\\nas\\films", HERE)));

    @Test
    void it_is_the_topmost_below_which_nothing_is_mapped() {
        assertThat(mappings.folderNowhere("/tv/Show/S1/a.mkv")).contains("/tv");
        assertThat(mappings.folderNowhere("/mnt/tv/Show/a.mkv")).contains("/mnt/tv");
        assertThat(mappings.folderNowhere("/mnt/media/tv/Show/a.mkv")).contains("/mnt/media/tv");
        assertThat(mappings.folderNowhere("/mnt/media/films-4k/a.mkv")).contains("/mnt/media/films-4k");
        assertThat(mappings.folderNowhere("d:\\TV\\Show\\a.mkv")).contains("D:/TV");
        assertThat(mappings.folderNowhere("\\\\nas\\tv\\Show\\a.mkv")).contains("//nas/tv");
    }

    @Test
    void a_file_that_lies_in_no_such_folder_is_named_itself() {
        assertThat(mappings.folderNowhere("/mnt/a.mkv")).contains("/mnt/a.mkv");
        assertThat(mappings.folderNowhere("/a.mkv")).contains("/a.mkv");
    }

    @Test
    void there_is_none_if_a_mapping_fits_or_it_is_no_path() {
        assertThat(mappings.folderNowhere("/mnt/media/films/a.mkv")).isEmpty();
        assertThat(mappings.folderNowhere("D:/Films/a.mkv")).isEmpty();
        assertThat(mappings.folderNowhere("a.mkv")).isEmpty();
        assertThat(mappings.folderNowhere("/tv/../a.mkv")).isEmpty();
        assertThat(mappings.folderNowhere("/")).isEmpty();
    }
}
