package io.arrtheaudio.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.port.out.Snapshots;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What every {@link Snapshots} does; nothing is remembered when a test begins. */
public abstract class SnapshotsContract {

    /** Those of this test. */
    protected abstract Snapshots snapshots();

    /** Remembers one more thing, as a program does that is over then. */
    protected abstract void remember(String word);

    /** Whether that is remembered now. */
    protected abstract boolean isRemembered(String word);

    /** Runs something while a program has the data open. */
    protected abstract void whileInUse(Runnable work);

    /** Puts a copy into a folder, as what takes a backup apart does. */
    protected abstract void unpack(Path copy, Path staged);

    /** Whether there is something at a path. */
    protected abstract boolean isThere(Path path);

    @Test
    public final void where_nothing_is_remembered_nothing_is_copied() {
        fails(Remedy.FIX_SETTINGS, () -> snapshots().take());
    }

    @Test
    public final void a_copy_is_there_until_it_is_closed() {
        remember("a");
        Path file;
        try (Snapshots.Snapshot copy = snapshots().take()) {
            file = copy.file();
            assertThat(isThere(file)).isTrue();
            assertThat(copy.schema()).isPositive();
        }
        assertThat(isThere(file)).isFalse();
    }

    @Test
    public final void copies_can_be_taken_while_the_data_is_in_use_and_each_is_one_of_its_own() {
        remember("a");
        whileInUse(() -> {
            try (Snapshots.Snapshot other = snapshots().take()) {
                try (Snapshots.Snapshot one = snapshots().take()) {
                    assertThat(one.file()).isNotEqualTo(other.file());
                }
                assertThat(isThere(other.file())).isTrue();
            }
        });
    }

    @Test
    public final void what_is_put_in_place_is_as_it_was_when_it_was_copied_and_the_old_lies_beside_it() {
        remember("a");
        Path staged;
        try (Snapshots.Snapshot copy = snapshots().take()) {
            remember("b");
            staged = staged(copy);
            assertThat(snapshots().examine(staged)).isEqualTo(copy.schema());
        }
        assertThat(isRemembered("b")).isTrue();

        Path replaced = snapshots().replaceBy(staged);

        assertThat(isRemembered("a")).isTrue();
        assertThat(isRemembered("b")).isFalse();
        assertThat(isThere(replaced)).isTrue();
        assertThat(isThere(staged)).isFalse();
        remember("c");
        assertThat(isRemembered("c")).isTrue();
    }

    @Test
    public final void nothing_is_put_in_place_while_the_data_is_in_use() {
        remember("a");
        Path staged = staged();
        remember("b");

        whileInUse(() -> fails(Remedy.RETRY_LATER, () -> snapshots().replaceBy(staged)));

        assertThat(isRemembered("b")).isTrue();
        snapshots().replaceBy(staged);
        assertThat(isRemembered("b")).isFalse();
    }

    @Test
    public final void a_folder_without_a_database_is_of_no_use() {
        remember("a");
        Path staged = snapshots().stage();

        fails(Remedy.FIX_FILE, () -> snapshots().examine(staged));
    }

    @Test
    public final void each_folder_is_one_of_its_own_and_goes_when_it_is_not_wanted() {
        Path one = snapshots().stage();
        Path other = snapshots().stage();
        assertThat(one).isNotEqualTo(other);

        snapshots().discard(one);
        snapshots().discard(one);

        assertThat(isThere(one)).isFalse();
        assertThat(isThere(other)).isTrue();
    }

    @Test
    public final void to_discard_what_was_put_in_place_does_nothing() {
        remember("a");
        Path staged = staged();
        snapshots().examine(staged);
        Path replaced = snapshots().replaceBy(staged);

        snapshots().discard(staged);

        assertThat(isRemembered("a")).isTrue();
        assertThat(isThere(replaced)).isTrue();
    }

    private Path staged() {
        try (Snapshots.Snapshot copy = snapshots().take()) {
            return staged(copy);
        }
    }

    private Path staged(Snapshots.Snapshot copy) {
        Path staged = snapshots().stage();
        unpack(copy.file(), staged);
        return staged;
    }

    private static void fails(Remedy remedy, Runnable work) {
        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(work::run)
                .matches(e -> e.remedy() == remedy, "to be done about by " + remedy);
    }
}
