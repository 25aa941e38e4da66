package io.arrtheaudio.adapter.javalin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ThreadRoutesTest {

    private static final ApiServer SERVER = new ApiServer();

    @AfterAll
    static void end() {
        SERVER.close();
    }

    @Test
    void what_the_threads_do_is_told_as_text_to_whoever_has_the_key() {
        Answer answer = SERVER.get("/api/v1/admin/threads");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("\"main\" #1 RUNNABLE\n    at Größe\n");
        assertThat(SERVER.exchange("GET", "/api/v1/admin/threads", "").status()).isEqualTo(401);
    }
}
