package io.arrtheaudio.adapter.javalin;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.adapter.javalin.StreamEvent.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventMemoryTest {

    private static final byte[] DATA = "{}".getBytes(StandardCharsets.UTF_8);

    private final EventMemory memory = new EventMemory("run", 3);

    private void happen(int events) {
        for (int i = 0; i < events; i++) {
            memory.add(Kind.JOB, DATA);
        }
    }

    private Optional<List<Long>> since(String id) {
        return memory.since(id)
                .map(events -> events.stream().map(StreamEvent::number).toList());
    }

    @Test
    void an_event_is_written_as_browsers_read_it() {
        StreamEvent event = memory.add(Kind.BATCH, "{\"a\":\"é\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(new String(event.bytes(), StandardCharsets.UTF_8))
                .isEqualTo("id: run-1\nevent: batch\ndata: {\"a\":\"é\"}\n\n");
    }

    @Test
    void what_came_after_an_event_is_known_as_long_as_nothing_between_is_forgotten() {
        happen(5);
        assertThat(since("run-5")).contains(List.of());
        assertThat(since("run-4")).contains(List.of(5L));
        assertThat(since("run-2")).contains(List.of(3L, 4L, 5L));
        assertThat(since("run-1")).isEmpty();
    }

    @Test
    void before_the_first_event_nothing_has_happened() {
        assertThat(since("run-0")).contains(List.of());
        happen(1);
        assertThat(since("run-0")).contains(List.of(1L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "run",
                "run-",
                "run-x",
                "run--1",
                "run-6",
                "run-99999999999999999999",
                "other-3",
                "'; DROP TABLE"
            })
    void an_id_of_another_run_or_of_none_says_nothing(String id) {
        happen(5);
        assertThat(since(id)).isEmpty();
    }

    @Test
    void after_a_gap_only_what_is_new_is_known() {
        happen(2);
        StreamEvent reset = memory.forget();
        assertThat(new String(reset.bytes(), StandardCharsets.UTF_8)).startsWith("id: run-3\nevent: reset\n");
        assertThat(since("run-2")).isEmpty();
        assertThat(since("run-3")).contains(List.of());
        happen(1);
        assertThat(since("run-3")).contains(List.of(4L));
    }
}
