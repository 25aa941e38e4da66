package io.arrtheaudio.adapter.tmdb;

import static io.arrtheaudio.adapter.tmdb.TmdbStub.resource;
import static io.arrtheaudio.adapter.tmdb.TmdbStub.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CircuitTest {

    private static final TmdbStub.Reply BROKEN = status(500, resource("status-11.json"));
    private static final TmdbStub.Reply FINE = status(200, resource("movie-129.json"));

    private TmdbStub tmdb;
    private TmdbOriginalLanguages languages;

    @BeforeEach
    void start() throws IOException {
        tmdb = new TmdbStub().onAll(BROKEN);
    }

    @AfterEach
    void end() {
        languages.close();
        tmdb.close();
    }

    @Test
    void opens_after_the_fifth_failure_and_while_it_is_open_a_thousand_lookups_ask_nothing() {
        open(Duration.ofSeconds(60), 1);
        fail(5);
        long start = System.nanoTime();

        for (int i = 0; i < 1000; i++) {
            assertThat(failure()).hasMessageContaining("it has failed 5 times in a row and is left alone for ");
        }

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        assertThat(tmdb.asked()).hasSize(5);
        assertThat(failure().remedy()).isEqualTo(Remedy.RETRY_LATER);
    }

    @Test
    void is_open_for_a_minute_by_default() {
        TmdbSettings settings = TmdbSettings.withKey(Samples.KEY);
        languages = new TmdbOriginalLanguages(Samples.once(Samples.with(settings.at(tmdb.url()), settings.circuit())));
        fail(5);

        assertThat(settings.circuit().failures()).isEqualTo(5);
        assertThat(settings.circuit().open()).isEqualTo(Duration.ofSeconds(60));
        assertThat(failure()).hasMessageContaining("left alone for 60 s more");
    }

    @Test
    void opens_in_the_middle_of_a_lookup() {
        open(Duration.ofSeconds(60), 3);

        assertThat(failure()).hasMessageContaining("status 500");
        assertThat(failure()).hasMessageContaining("it has failed 5 times");
        assertThat(tmdb.asked()).hasSize(5);
    }

    @Test
    void four_failures_and_an_answer_leave_it_closed() {
        open(Duration.ofSeconds(60), 1);
        for (int i = 0; i < 3; i++) {
            fail(4);
            tmdb.onAll(FINE);
            assertThat(languages.of(Samples.SPIRITED_AWAY).isKnown()).isTrue();
            tmdb.onAll(BROKEN);
        }
        assertThat(tmdb.asked()).hasSize(15);
    }

    @Test
    void silence_and_broken_connections_count() {
        TmdbSettings settings = Samples.answeredWithin(circuit(Duration.ofSeconds(60), 1), Duration.ofMillis(100));
        languages = new TmdbOriginalLanguages(settings);
        tmdb.onAll(tmdb.silence());
        fail(3);
        tmdb.onAll(TmdbStub.halfAndGone(resource("movie-129.json")));
        fail(2);

        assertThat(failure()).hasMessageContaining("it has failed 5 times");
    }

    @Test
    void answers_of_tmdb_do_not_count_whatever_they_say() {
        for (int status : new int[] {400, 401, 403, 404, 422, 429}) {
            open(Duration.ofSeconds(60), 1);
            tmdb.onAll(status(status, "{\"status_code\": 1, \"success\": false}"));
            for (int i = 0; i < 6; i++) {
                AudioFixException failure = failure();
                if (failure != null) {
                    assertThat(failure).hasMessageNotContaining("it has failed");
                }
            }
            languages.close();
        }
    }

    @Test
    void whoever_answers_in_its_place_counts() {
        String page = "<html>Please sign in</html>";
        for (TmdbStub.Reply reply : List.of(
                status(200, page),
                status(302, ""),
                status(403, page),
                status(404, page),
                status(200, " ".repeat(1 << 21)))) {
            int before = tmdb.asked().size();
            open(Duration.ofSeconds(60), 1);
            tmdb.onAll(reply);
            fail(5);

            assertThat(failure()).hasMessageContaining("it has failed 5 times in a row");
            assertThat(tmdb.asked()).hasSize(before + 5);
            languages.close();
        }
    }

    @Test
    void being_interrupted_does_not_count() {
        open(Duration.ofSeconds(60), 1);
        for (int i = 0; i < 6; i++) {
            Thread.currentThread().interrupt();
            assertThat(failure()).hasMessageContaining("the lookup was interrupted");
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void lets_one_request_through_after_its_time_and_closes_if_it_is_answered() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        open(Duration.ofMillis(100), 1);
        fail(5);
        tmdb.onAll(exchange -> {
            arrived.countDown();
            answer.await(10, TimeUnit.SECONDS);
            FINE.to(exchange);
        });
        CompletableFuture<Void> trial = CompletableFuture.runAsync(this::askUntilItIsAnswered);
        assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();

        for (int i = 0; i < 20; i++) {
            assertThat(failure()).hasMessageContaining("it has failed 5 times");
        }
        assertThat(tmdb.asked()).hasSize(6);
        answer.countDown();
        trial.get(10, TimeUnit.SECONDS);
        assertThat(languages.of(Samples.SPIRITED_AWAY).isKnown()).isTrue();
        tmdb.onAll(BROKEN);
        fail(4);
        assertThat(tmdb.asked()).as("it takes five failures again").hasSize(11);
    }

    @Test
    void stays_open_if_that_request_fails() {
        open(Duration.ofMillis(100), 1);
        fail(5);

        askUntilAsked(6);

        assertThat(failure()).hasMessageContaining("it has failed 5 times");
        askUntilAsked(7);
        assertThat(tmdb.asked()).hasSize(7);
    }

    @Test
    void stays_open_if_that_request_is_interrupted() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        open(Duration.ofMillis(100), 1);
        fail(5);
        tmdb.onAll(exchange -> {
            arrived.countDown();
            tmdb.silence().to(exchange);
        });
        Thread asking = new Thread(() -> askUntilAsked(6));
        asking.start();
        assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();

        asking.interrupt();
        asking.join(10_000);

        assertThat(failure()).hasMessageContaining("it has failed 5 times");
    }

    @Test
    void what_was_not_asked_is_neither_a_failure_nor_an_answer() {
        open(Duration.ofSeconds(60), 1);
        fail(4);
        for (int i = 0; i < 3; i++) {
            Thread.currentThread().interrupt();
            failure();
            assertThat(Thread.interrupted()).isTrue();
        }
        fail(1);

        assertThat(failure()).hasMessageContaining("it has failed 5 times");
    }

    private void open(Duration time, int tries) {
        languages = new TmdbOriginalLanguages(circuit(time, tries));
    }

    private TmdbSettings circuit(Duration time, int tries) {
        TmdbSettings quick = Samples.with(
                Samples.quick(tmdb.url()), new TmdbSettings.Retries(tries, Duration.ofMillis(1), Duration.ofMillis(1)));
        return Samples.with(quick, new TmdbSettings.Circuit(5, time));
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThatThrownBy(() -> languages.of(Samples.SPIRITED_AWAY)).hasMessageNotContaining("it has failed");
        }
    }

    private AudioFixException failure() {
        return catchThrowableOfType(AudioFixException.class, () -> languages.of(Samples.SPIRITED_AWAY));
    }

    private void askUntilAsked(int requests) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (tmdb.asked().size() < requests && System.nanoTime() < end) {
            failure();
        }
    }

    private void askUntilItIsAnswered() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (failure() != null && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
