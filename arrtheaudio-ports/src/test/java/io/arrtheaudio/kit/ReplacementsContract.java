package io.arrtheaudio.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.arrtheaudio.domain.edit.FileIdentity;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.port.out.FileFacts;
import io.arrtheaudio.port.out.MediaFiles;
import io.arrtheaudio.port.out.Replacements;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What every {@link Replacements} does. */
public abstract class ReplacementsContract {

    /** Where files are laid out; the same one throughout a test. */
    protected abstract TestDisk disk();

    /** Looks at that disk. */
    protected abstract MediaFiles files();

    /** What is tested; works on that disk. */
    protected abstract Replacements replacements();

    @Test
    public final void a_swap_puts_the_replacement_in_the_place_of_the_target() {
        Path target = disk().put("film.mkv", (byte) 1);
        Path replacement = made(target, (byte) 2);
        FileIdentity made = files().stat(replacement).identity();

        replacements().swap(replacement, target);

        assertThat(disk().content(target)).containsExactly(2);
        assertThat(files().stat(target).identity().key()).isEqualTo(made.key());
        isGone(replacement);
    }

    @Test
    public final void a_swap_leaves_other_names_of_the_target_alone() {
        Path target = disk().put("film.mkv", (byte) 1);
        Path seed = disk().hardLink("seed.mkv", target);

        replacements().swap(made(target, (byte) 2), target);

        assertThat(disk().content(seed)).containsExactly(1);
    }

    @Test
    public final void a_swap_that_does_not_work_leaves_the_target_as_it_was() {
        Path target = disk().put("film.mkv", (byte) 1);
        FileFacts before = files().stat(target);
        Path missing = replacements().placeFor(target);

        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> replacements().swap(missing, target))
                .withMessageContaining(target.toString())
                .matches(e -> e.remedy() == Remedy.RETRY_LATER);
        assertThat(files().stat(target)).isEqualTo(before);
        assertThat(disk().content(target)).containsExactly(1);
    }

    private Path made(Path target, byte... content) {
        Path place = replacements().placeFor(target);
        String name = disk().root().relativize(place).toString();
        return disk().put(name, content);
    }

    private void isGone(Path path) {
        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> files().stat(path))
                .withMessageContaining("no such file");
    }
}
