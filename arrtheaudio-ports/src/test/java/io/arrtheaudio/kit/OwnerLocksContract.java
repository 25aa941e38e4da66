package io.arrtheaudio.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.port.out.OwnerLocks;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every {@link OwnerLocks} does. */
public abstract class OwnerLocksContract {

    private final List<OwnerLocks> opened = new ArrayList<>();

    /** One more run of the program in the same place. */
    protected abstract OwnerLocks open();

    @AfterEach
    final void closeAll() {
        opened.forEach(OwnerLocks::close);
    }

    @Test
    public final void a_run_keeps_its_name() {
        OwnerLocks run = run();
        String name = run.mine();

        run();

        assertThat(run.mine()).isNotBlank().isEqualTo(name);
    }

    @Test
    public final void every_run_has_a_name_of_its_own() {
        List<String> names = AtOnce.call(8, i -> open()).stream()
                .peek(opened::add)
                .map(OwnerLocks::mine)
                .toList();

        assertThat(names).doesNotHaveDuplicates();
        assertThat(names).allMatch(name -> !run().isFree(name));
    }

    @Test
    public final void a_name_is_not_given_again() {
        OwnerLocks gone = run();
        String name = gone.mine();
        gone.close();

        assertThat(run().mine()).isNotEqualTo(name);
    }

    @Test
    public final void ones_own_name_is_not_free() {
        OwnerLocks run = run();

        assertThat(run.isFree(run.mine())).isFalse();
    }

    @Test
    public final void runs_see_each_other_as_alive_however_often_they_ask() {
        OwnerLocks one = run();
        OwnerLocks other = run();

        for (int i = 0; i < 3; i++) {
            assertThat(one.isFree(other.mine())).isFalse();
            assertThat(other.isFree(one.mine())).isFalse();
        }
    }

    @Test
    public final void a_closed_run_is_gone_for_all_others() {
        OwnerLocks gone = run();
        String name = gone.mine();
        OwnerLocks one = run();
        OwnerLocks other = run();

        gone.close();

        assertThat(one.isFree(name)).isTrue();
        assertThat(one.isFree(name)).isTrue();
        assertThat(other.isFree(name)).isTrue();
        assertThat(run().isFree(name)).isTrue();
    }

    @Test
    public final void one_run_that_ends_leaves_the_others_alive() {
        OwnerLocks one = run();
        OwnerLocks other = run();
        one.isFree(other.mine());

        one.close();

        assertThat(run().isFree(other.mine())).isFalse();
        assertThat(other.isFree(other.mine())).isFalse();
    }

    @Test
    public final void closing_twice_does_no_harm() {
        OwnerLocks gone = run();
        OwnerLocks other = run();

        gone.close();
        gone.close();

        assertThat(run().isFree(other.mine())).isFalse();
    }

    @Test
    public final void a_name_that_was_never_given_is_free() {
        OwnerLocks run = run();

        for (String name : new String[] {"", ".", "..", "nobody", "../" + run.mine(), "a/b\\c:d*e\n", "\0", "名"}) {
            assertThat(run.isFree(name)).as("'%s'", name).isTrue();
        }
        assertThat(run.isFree(run.mine())).isFalse();
    }

    @Test
    public final void an_interrupted_thread_can_open_ask_and_close_and_stays_interrupted() {
        OwnerLocks other = run();

        Thread.currentThread().interrupt();
        try {
            OwnerLocks run = run();
            assertThat(run.isFree(other.mine())).isFalse();
            String name = run.mine();
            run.close();
            assertThat(other.isFree(name)).isTrue();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }

        assertThat(run().isFree(other.mine())).isFalse();
    }

    private OwnerLocks run() {
        OwnerLocks run = open();
        opened.add(run);
        return run;
    }
}
