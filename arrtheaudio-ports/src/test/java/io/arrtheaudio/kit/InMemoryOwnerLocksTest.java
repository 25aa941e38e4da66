package io.arrtheaudio.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.arrtheaudio.port.out.OwnerLocks;
import org.junit.jupiter.api.Test;

class InMemoryOwnerLocksTest extends OwnerLocksContract {

    private final InMemoryOwnerLocks first = new InMemoryOwnerLocks();

    @Override
    protected OwnerLocks open() {
        return first.anotherRun();
    }

    @Test
    void a_killed_run_is_gone() {
        InMemoryOwnerLocks other = first.anotherRun();
        String name = other.mine();

        other.kill();

        assertThat(first.isFree(name)).isTrue();
    }

    @Test
    void a_run_that_is_gone_and_still_asks_is_misuse() {
        first.kill();

        assertThatExceptionOfType(AssertionError.class).isThrownBy(first::mine).withMessageContaining("gone");
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> first.isFree("run 2"));
    }

    @Test
    void runs_on_another_machine_are_unknown() {
        assertThat(new InMemoryOwnerLocks().isFree(first.anotherRun().mine())).isTrue();
    }
}
