package io.arrtheaudio.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.arrtheaudio.domain.edit.EditPlan;
import io.arrtheaudio.domain.edit.FileIdentity;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.port.out.EditWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link EditWriter} does: this, and what {@link UnfinishedEditContract} says. */
public abstract class EditWriterContract extends UnfinishedEditContract {

    @Test
    public final void patches_overwrite_their_bytes_and_no_others() {
        Path file = letters();

        writer().write(identity(file), PLAN);

        assertThat(text(file)).isEqualTo("abCDefghIJklm");
    }

    @Test
    public final void the_first_and_the_last_byte_can_be_written() {
        Path file = letters();

        writer().write(identity(file), plan(patch(0, "a", "A"), patch(12, "m", "M")));

        assertThat(text(file)).isEqualTo("AbcdefghijklM");
    }

    @Test
    public final void the_inverse_takes_it_back() {
        Path file = letters();
        writer().write(identity(file), PLAN);

        writer().write(identity(file), PLAN.inverse());

        assertThat(text(file)).isEqualTo("abcdefghijklm");
    }

    @Test
    public final void the_file_stays_the_same_file() {
        Path file = letters();
        Path other = disk().hardLink("other.mkv", file);
        String key = identity(file).key();

        writer().write(identity(file), PLAN);

        assertThat(identity(file).key()).isEqualTo(key);
        assertThat(text(other)).isEqualTo(text(file));
    }

    @Test
    public final void a_plan_without_patches_touches_nothing() {
        Path file = letters();
        Instant longAgo = Instant.parse("2001-01-01T00:00:00Z");
        disk().touch(file, longAgo);

        writer().write(identity(file), plan());

        assertThat(disk().modified(file)).isEqualTo(longAgo);
    }

    @Test
    public final void one_unexpected_byte_anywhere_and_nothing_is_written() {
        for (int i : new int[] {2, 3, 8, 9}) {
            Path file = letters();
            FileIdentity identity = identity(file);
            byte[] changed = disk().content(file);
            changed[i] = '#';
            overwrite(file, changed);

            refuses(identity, PLAN);

            assertThat(disk().content(file)).as("byte " + i).isEqualTo(changed);
        }
    }

    @Test
    public final void a_file_of_another_length_is_refused() {
        Path file = letters();
        FileIdentity identity = identity(file);
        overwrite(file, Arrays.copyOf(disk().content(file), 14));

        refuses(identity, PLAN);

        assertThat(text(file)).isEqualTo("abcdefghijklm\0");
    }

    @Test
    public final void a_file_that_was_written_to_since_it_was_looked_at_is_refused() {
        Path file = letters();
        FileIdentity identity = identity(file);
        disk().touch(file, identity.modified().plusSeconds(1));

        refuses(identity, PLAN);

        assertThat(text(file)).isEqualTo("abcdefghijklm");
    }

    @Test
    public final void another_file_under_the_same_name_is_refused() {
        Path file = letters();
        FileIdentity identity = identity(file);
        FileIdentity other = new FileIdentity(file, identity.key() + "0", identity.size(), identity.modified());

        refuses(other, PLAN);

        assertThat(text(file)).isEqualTo("abcdefghijklm");
    }

    @Test
    public final void a_symbolic_link_in_the_place_of_the_file_is_not_followed() {
        Path file = letters();
        FileIdentity identity = identity(file);
        Path elsewhere = disk().hardLink("elsewhere.mkv", file);
        disk().delete(file);
        disk().symlink("letters.mkv", elsewhere);

        refuses(identity, PLAN);

        assertThat(text(elsewhere)).isEqualTo("abcdefghijklm");
    }

    @Test
    public final void a_file_that_is_gone_is_refused_and_none_is_made() {
        Path file = letters();
        FileIdentity identity = identity(file);
        disk().delete(file);

        refuses(identity, PLAN);

        assertThatExceptionOfType(AudioFixException.class).isThrownBy(() -> files().stat(file));
    }

    @Test
    public final void an_interrupt_is_kept_for_later() {
        Path file = letters();
        FileIdentity identity = identity(file);

        Thread.currentThread().interrupt();
        try {
            writer().write(identity, PLAN);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }

        assertThat(text(file)).isEqualTo("abCDefghIJklm");
    }

    @Test
    public final void a_file_can_be_given_a_longer_end() {
        Path file = letters();

        writer().write(identity(file), LONGER);

        assertThat(text(file)).isEqualTo("abCDefghIJklmNOP");
    }

    @Test
    public final void an_end_can_be_cut_off() {
        Path file = letters();

        writer().write(identity(file), SHORTER);

        assertThat(text(file)).isEqualTo("abCDefghIJ");
    }

    @Test
    public final void an_end_alone_can_change() {
        Path file = letters();

        writer().write(identity(file), ending(10, "klm", ""));
        writer().write(identity(file), ending(10, "", "KLMNO"));

        assertThat(text(file)).isEqualTo("abcdefghijKLMNO");
    }

    @Test
    public final void the_inverse_restores_the_length() {
        for (EditPlan plan : List.of(LONGER, SHORTER)) {
            Path file = letters();
            writer().write(identity(file), plan);

            writer().write(identity(file), plan.inverse());

            assertThat(text(file)).isEqualTo("abcdefghijklm");
        }
    }

    @Test
    public final void an_end_that_is_not_the_old_one_is_refused() {
        refusesOn("abcdefghijkl", LONGER);
        refusesOn("abcdefghijklmN", LONGER);
        refusesOn("abcdefghijklmNOP", LONGER);
        refusesOn("abcdefghijkl", SHORTER);
        refusesOn("abcdefghijk#m", SHORTER);
        refusesOn("abcdefghijklmn", SHORTER);
        refusesOn("abcdefghij", SHORTER);
        refusesOn("abcdef", SHORTER);
    }

    private void refusesOn(String found, EditPlan plan) {
        Path file = letters();
        overwrite(file, found.getBytes(StandardCharsets.US_ASCII));

        refuses(identity(file), plan);

        assertThat(text(file)).isEqualTo(found);
    }

    private void refuses(FileIdentity file, EditPlan plan) {
        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> writer().write(file, plan))
                .withMessageContaining(file.path().toString())
                .matches(e -> e.remedy() == Remedy.RETRY_LATER);
    }
}
