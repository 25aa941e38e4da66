package io.arrtheaudio.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ForgetCommandTest {

    private final CommandRun command = new CommandRun();

    @Test
    void a_change_that_cannot_be_settled_is_forgotten() {
        command.wiring.unsettled = "12";
        command.run("admin", "forget", "12").exitsWith(0);
        assertThat(command.wiring.calls).containsExactly("forget 12");
        assertThat(command.out()).isEqualTo("entry 12 is forgotten, its file was left as it is\n");
        assertThat(command.wiring.closed).isOne();
    }

    @Test
    void another_one_is_told() {
        command.run("admin", "forget", "13").exitsWith(1);
        assertThat(command.err()).contains("no change 13 that cannot be settled");
    }

    @Test
    void one_must_be_named() {
        command.run("admin", "forget").exitsWith(2);
        assertThat(command.wiring.opened).isEmpty();
    }
}
