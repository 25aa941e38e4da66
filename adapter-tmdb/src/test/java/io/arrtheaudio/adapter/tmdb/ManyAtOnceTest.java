package io.arrtheaudio.adapter.tmdb;

import static io.arrtheaudio.adapter.tmdb.TmdbStub.header;
import static io.arrtheaudio.adapter.tmdb.TmdbStub.inTurn;
import static io.arrtheaudio.adapter.tmdb.TmdbStub.resource;
import static io.arrtheaudio.adapter.tmdb.TmdbStub.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often, how long and how much at once TMDB is asked. */
class ManyAtOnceTest {

    private static final TmdbStub.Reply FINE = status(200, resource("movie-129.json"));

    private TmdbStub tmdb;

    @BeforeEach
    void start() throws IOException {
        tmdb = new TmdbStub().onAll(FINE);
    }

    @AfterEach
    void end() {
        tmdb.close();
    }

    @Test
    void ten_requests_are_under_way_at_most() throws Exception {
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch eleven = new CountDownLatch(11);
        tmdb.onAll(exchange -> {
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            eleven.countDown();
            eleven.await(300, TimeUnit.MILLISECONDS); // the eleventh comes when the first ones are through
            underWay.decrementAndGet();
            FINE.to(exchange);
        });

        assertThat(askedBy(20, Samples.quick(tmdb.url()))).hasSize(20).allMatch(OriginalLanguage::isKnown);
        assertThat(most).hasValue(10);
        assertThat(TmdbSettings.Pace.DEFAULT.inFlight()).isEqualTo(10);
    }

    @Test
    void no_more_is_asked_than_the_pace_permits() {
        TmdbSettings slow = Samples.with(
                Samples.quick(tmdb.url()), new TmdbSettings.Pace(4, Duration.ofSeconds(60), Duration.ofMillis(10), 10));
        try (TmdbOriginalLanguages languages = new TmdbOriginalLanguages(slow)) {
            for (int i = 0; i < 4; i++) {
                languages.of(Samples.SPIRITED_AWAY);
            }
            AudioFixException failure = failure(languages);

            assertThat(failure.remedy()).isEqualTo(Remedy.RETRY_LATER);
            assertThat(failure).hasMessageContaining("not asked, since too much else is");
        }
        assertThat(tmdb.asked()).hasSize(4);
    }

    @Test
    void a_request_waits_for_its_turn() {
        TmdbSettings slow = Samples.with(
                Samples.quick(tmdb.url()), new TmdbSettings.Pace(2, Duration.ofMillis(300), Samples.LONG, 10));
        long start = System.nanoTime();
        try (TmdbOriginalLanguages languages = new TmdbOriginalLanguages(slow)) {
            for (int i = 0; i < 5; i++) {
                assertThat(languages.of(Samples.SPIRITED_AWAY).isKnown()).isTrue();
            }
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(300));
    }

    @Test
    void waiting_for_a_turn_takes_no_time_from_the_lookup() {
        TmdbSettings slow = Samples.with(
                Samples.with(
                        Samples.quick(tmdb.url()), new TmdbSettings.Pace(1, Duration.ofMillis(400), Samples.LONG, 10)),
                new TmdbSettings.Limits(Samples.LONG, Samples.LONG, Duration.ofMillis(300)));
        long start = System.nanoTime();
        try (TmdbOriginalLanguages languages = new TmdbOriginalLanguages(slow)) {
            for (int i = 0; i < 4; i++) {
                assertThat(languages.of(Samples.SPIRITED_AWAY).isKnown()).isTrue();
            }
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(800));
    }

    @Test
    void those_whose_turn_comes_late_and_at_the_same_moment_are_all_answered() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        tmdb.onAll(exchange -> {
            never.await(80, TimeUnit.MILLISECONDS);
            FINE.to(exchange);
        });
        TmdbSettings narrow = Samples.with(
                Samples.quick(tmdb.url()), new TmdbSettings.Pace(4, Duration.ofMillis(500), Duration.ofMillis(700), 1));

        assertThat(askedBy(8, narrow)).hasSize(8).allMatch(OriginalLanguage::isKnown);
    }

    @Test
    void a_request_that_is_cut_short_by_the_time_for_the_title_says_so() {
        tmdb.onAll(tmdb.silence());
        TmdbSettings settings = Samples.with(
                Samples.quick(tmdb.url()), new TmdbSettings.Limits(Samples.LONG, Samples.LONG, Duration.ofMillis(200)));
        try (TmdbOriginalLanguages languages = new TmdbOriginalLanguages(settings)) {
            assertThat(failure(languages)).hasMessageContaining("no answer within the 200 ms that one title gets");
        }
    }

    @Test
    void after_two_failures_the_third_answer_counts() {
        tmdb.onAll(inTurn(status(500, ""), status(429, ""), FINE));
        try (TmdbOriginalLanguages languages = new TmdbOriginalLanguages(Samples.quick(tmdb.url()))) {
            assertThat(languages.of(Samples.SPIRITED_AWAY).isKnown()).isTrue();
        }
        assertThat(tmdb.asked()).hasSize(3);
    }

    @Test
    void waits_grow_between_tries() {
        tmdb.onAll(inTurn(status(500, ""), status(500, ""), FINE));
        Duration took = lookupWith(new TmdbSettings.Retries(3, Duration.ofMillis(100), Duration.ofMillis(1)));

        assertThat(took).isGreaterThan(Duration.ofMillis(75 + 150));
    }

    @Test
    void a_wish_of_tmdb_is_honoured() {
        tmdb.onAll(inTurn(header("Retry-After", "1", status(429, "")), FINE));
        Duration took = lookupWith(new TmdbSettings.Retries(3, Duration.ofMillis(1), Duration.ofSeconds(10)));

        assertThat(took).isGreaterThan(Duration.ofSeconds(1));
    }

    @Test
    void a_wish_that_goes_beyond_the_time_for_the_lookup_ends_it_at_once() {
        tmdb.onAll(header("Retry-After", "9", status(429, "")));
        TmdbSettings settings = Samples.with(
                Samples.with(
                        Samples.quick(tmdb.url()),
                        new TmdbSettings.Retries(3, Duration.ofMillis(1), Duration.ofSeconds(10))),
                new TmdbSettings.Limits(Samples.LONG, Samples.LONG, Duration.ofSeconds(8)));
        long start = System.nanoTime();
        try (TmdbOriginalLanguages languages = new TmdbOriginalLanguages(settings)) {
            assertThat(failure(languages)).hasMessageContaining("too much is asked");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
        assertThat(tmdb.asked()).hasSize(1);
    }

    @Test
    void a_whole_lookup_ends_in_time_however_many_tries_are_left() {
        tmdb.onAll(tmdb.silence());
        TmdbSettings settings = Samples.with(
                Samples.with(
                        Samples.quick(tmdb.url()),
                        new TmdbSettings.Retries(100, Duration.ofMillis(10), Duration.ofMillis(1))),
                new TmdbSettings.Limits(Samples.LONG, Duration.ofMillis(100), Duration.ofMillis(500)));
        long start = System.nanoTime();
        try (TmdbOriginalLanguages languages = new TmdbOriginalLanguages(settings)) {
            assertThat(failure(languages).remedy()).isEqualTo(Remedy.RETRY_LATER);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(450), Duration.ofMillis(3000));
        assertThat(tmdb.asked()).hasSizeBetween(2, 5);
    }

    @Test
    void a_wait_does_not_go_beyond_the_time_for_the_lookup() {
        tmdb.onAll(status(500, ""));
        TmdbSettings settings = Samples.with(
                Samples.with(
                        Samples.quick(tmdb.url()),
                        new TmdbSettings.Retries(3, Duration.ofSeconds(20), Duration.ofMillis(1))),
                new TmdbSettings.Limits(Samples.LONG, Samples.LONG, Duration.ofMillis(500)));
        long start = System.nanoTime();
        try (TmdbOriginalLanguages languages = new TmdbOriginalLanguages(settings)) {
            assertThat(failure(languages).remedy()).isEqualTo(Remedy.RETRY_LATER);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
    }

    @Test
    void an_interrupt_ends_a_request() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        tmdb.onAll(exchange -> {
            arrived.countDown();
            tmdb.silence().to(exchange);
        });
        interruptedAt(arrived, Samples.quick(tmdb.url()));
        assertThat(tmdb.asked()).hasSize(1);
    }

    @Test
    void an_interrupt_ends_the_wait_for_the_next_try() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        tmdb.onAll(exchange -> {
            arrived.countDown();
            status(500, "").to(exchange);
        });
        interruptedAt(
                arrived,
                Samples.with(
                        Samples.quick(tmdb.url()),
                        new TmdbSettings.Retries(3, Duration.ofSeconds(20), Duration.ofSeconds(20))));
        assertThat(tmdb.asked()).hasSize(1);
    }

    @Test
    void an_interrupt_ends_the_wait_for_a_turn() throws Exception {
        TmdbSettings slow = Samples.with(
                Samples.quick(tmdb.url()), new TmdbSettings.Pace(1, Duration.ofSeconds(25), Samples.LONG, 1));
        CountDownLatch arrived = new CountDownLatch(1);
        tmdb.onAll(exchange -> {
            arrived.countDown();
            status(500, "").to(exchange);
        });
        interruptedAt(arrived, slow);
        assertThat(tmdb.asked()).hasSize(1);
    }

    /** Interrupts a lookup when something has come to pass, and sees it end as it should. */
    private static void interruptedAt(CountDownLatch moment, TmdbSettings settings) throws Exception {
        List<String> seen = new ArrayList<>();
        try (TmdbOriginalLanguages languages = new TmdbOriginalLanguages(settings)) {
            Thread asking = new Thread(() -> {
                AudioFixException failure = failure(languages);
                seen.add(failure.remedy() + " " + failure.getMessage());
                seen.add("interrupted still: " + Thread.currentThread().isInterrupted());
            });
            asking.start();
            assertThat(moment.await(10, TimeUnit.SECONDS)).isTrue();
            asking.interrupt();
            asking.join(10_000);
        }
        assertThat(seen).hasSize(2);
        assertThat(seen.get(0)).startsWith("RETRY_LATER").contains("the lookup was interrupted");
        assertThat(seen.get(1)).isEqualTo("interrupted still: true");
    }

    private Duration lookupWith(TmdbSettings.Retries retries) {
        try (TmdbOriginalLanguages languages =
                new TmdbOriginalLanguages(Samples.with(Samples.quick(tmdb.url()), retries))) {
            long start = System.nanoTime();
            assertThat(languages.of(Samples.SPIRITED_AWAY).isKnown()).isTrue();
            return Duration.ofNanos(System.nanoTime() - start);
        }
    }

    private List<OriginalLanguage> askedBy(int callers, TmdbSettings settings) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try (TmdbOriginalLanguages languages = new TmdbOriginalLanguages(settings)) {
            List<Future<OriginalLanguage>> answers = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                answers.add(threads.submit(() -> languages.of(Samples.SPIRITED_AWAY)));
            }
            List<OriginalLanguage> found = new ArrayList<>();
            for (Future<OriginalLanguage> answer : answers) {
                found.add(answer.get(20, TimeUnit.SECONDS));
            }
            return found;
        } finally {
            threads.shutdownNow();
        }
    }

    private static AudioFixException failure(TmdbOriginalLanguages languages) {
        return catchThrowableOfType(AudioFixException.class, () -> languages.of(Samples.SPIRITED_AWAY));
    }
}
