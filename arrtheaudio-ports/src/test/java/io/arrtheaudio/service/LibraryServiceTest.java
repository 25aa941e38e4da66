package io.arrtheaudio.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.choice.TrackNote;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.title.TitleHint;
import io.arrtheaudio.port.in.AboutTitle;
import io.arrtheaudio.port.in.Inspection;
import io.arrtheaudio.port.out.FileFacts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LibraryServiceTest {

    private static final Language JAPANESE = new Language("jpn", "", "");

    private final Library library = new Library();
    private final Path tv = library.disk.root().resolve("tv");
    private final LibraryService service =
            new LibraryService(new LibraryGate(library.disk, () -> List.of(tv), List::of), library.service());

    @BeforeEach
    void layOut() {
        library.film("tv/a.mkv", 2);
        library.film("secret/b.mkv", 2);
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void a_file_of_a_library_is_looked_into() {
        assertThat(inspect("tv/a.mkv")).hasValueSatisfying(found -> {
            assertThat(found.media().audio()).hasSize(3);
            assertThat(track(found)).isEqualTo(1);
        });
    }

    @Test
    void what_the_caller_knows_and_wants_counts() {
        OriginalLanguage told = new OriginalLanguage(JAPANESE, "told", OriginalLanguage.Confidence.HIGH);
        AboutTitle about = new AboutTitle(told, OriginalLanguage.UNKNOWN, TitleHint.UNKNOWN);
        String file = tv.resolve("a.mkv").toString();

        assertThat(track(service.inspect(file, about, List.of()).orElseThrow())).isEqualTo(2);
        assertThat(track(service.inspect(file, AboutTitle.NOTHING, List.of(JAPANESE))
                        .orElseThrow()))
                .isEqualTo(2);
    }

    @Test
    void nothing_else_is_looked_into_and_whether_it_is_there_is_not_told() {
        for (String path : List.of("secret/b.mkv", "secret/none.mkv", "tv/../secret/b.mkv")) {
            assertThat(inspect(path)).as(path).isEmpty();
        }
        for (String text : List.of("", "tv/a.mkv", "a\0b", "'; DROP TABLE jobs;--")) {
            assertThat(service.inspect(text, AboutTitle.NOTHING, List.of()))
                    .as(text)
                    .isEmpty();
        }
        library.disk.symlink("tv/out.mkv", library.disk.root().resolve("secret/b.mkv"));
        assertThat(inspect("tv/out.mkv")).isEmpty();
    }

    @Test
    void what_is_no_media_file_of_a_library_is_told() {
        library.disk.put("tv/notes.txt", (byte) 1);

        for (String name : List.of("tv/none.mkv", "tv", "tv/notes.txt")) {
            assertThatExceptionOfType(AudioFixException.class)
                    .as(name)
                    .isThrownBy(() -> inspect(name))
                    .returns(Remedy.FIX_FILE, AudioFixException::remedy);
        }
    }

    @Test
    void nobody_waits_for_a_disk_that_hangs() {
        CountDownLatch mount = new CountDownLatch(1);
        OtherDisk hanging = new OtherDisk(library.disk) {
            @Override
            public FileFacts stat(Path file) {
                Waiting.until(mount);
                return super.stat(file);
            }
        };
        try (LibraryService held = new LibraryService(
                new LibraryGate(hanging, () -> List.of(tv), List::of), library.service(), Duration.ofMillis(1))) {
            assertThatExceptionOfType(AudioFixException.class)
                    .isThrownBy(() -> held.inspect(tv + "/a.mkv", AboutTitle.NOTHING, List.of()))
                    .withMessageContaining("did not answer")
                    .returns(Remedy.RETRY_LATER, AudioFixException::remedy);
        } finally {
            mount.countDown();
        }
    }

    private Optional<Inspection> inspect(String name) {
        return service.inspect(library.disk.root() + "/" + name, AboutTitle.NOTHING, List.of());
    }

    private static int track(Inspection found) {
        return found.choice().explanation().tracks().stream()
                .filter(TrackNote::chosen)
                .findFirst()
                .orElseThrow()
                .track()
                .position();
    }
}
