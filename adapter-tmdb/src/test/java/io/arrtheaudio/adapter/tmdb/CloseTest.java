package io.arrtheaudio.adapter.tmdb;

import static io.arrtheaudio.adapter.tmdb.TmdbStub.header;
import static io.arrtheaudio.adapter.tmdb.TmdbStub.inTurn;
import static io.arrtheaudio.adapter.tmdb.TmdbStub.resource;
import static io.arrtheaudio.adapter.tmdb.TmdbStub.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Obstacle;
import io.arrtheaudio.domain.failure.Remedy;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CloseTest {

    private TmdbStub tmdb;

    @BeforeEach
    void start() throws IOException {
        tmdb = new TmdbStub().onAll(status(200, resource("movie-129.json")));
    }

    @AfterEach
    void end() {
        tmdb.close();
    }

    @Test
    void ends_every_thread() {
        tmdb.onAll(inTurn(status(500, ""), status(200, resource("movie-129.json"))));
        List<String> before = threads();
        TmdbOriginalLanguages languages = new TmdbOriginalLanguages(Samples.quick(tmdb.url()));
        languages.of(Samples.SPIRITED_AWAY);
        assertThat(threads()).anyMatch(name -> name.startsWith("tmdb-")).anyMatch(name -> name.contains("Selector"));

        languages.close();

        assertThat(threads()).isSubsetOf(before);
    }

    @Test
    void ends_threads_that_were_never_needed() {
        List<String> before = threads();

        new TmdbOriginalLanguages(Samples.quick(tmdb.url())).close();
        assertThat(new TmdbProbe(Samples.quick(tmdb.url())).examine()).hasSize(1);

        assertThat(threads()).isSubsetOf(before);
    }

    @Test
    void ends_lookups_that_are_under_way() throws Exception {
        List<String> before = threads();

        assertThat(closedMeanwhile(Samples.quick(tmdb.url()), tmdb.silence())).hasMessageContaining("the program ends");

        assertThat(threads()).isSubsetOf(before);
    }

    @Test
    void ends_the_wait_for_the_next_try_and_sends_nothing_more() throws Exception {
        TmdbSettings slow = Samples.with(
                Samples.quick(tmdb.url()), new TmdbSettings.Retries(3, Duration.ofSeconds(20), Duration.ofSeconds(20)));

        closedMeanwhile(slow, status(500, ""));
        closedMeanwhile(slow, header("Retry-After", "20", status(429, "")));

        assertThat(tmdb.asked()).hasSize(2);
    }

    @Test
    void ends_the_wait_for_a_turn_and_sends_nothing_more() throws Exception {
        TmdbSettings slow = Samples.with(
                Samples.quick(tmdb.url()), new TmdbSettings.Pace(1, Duration.ofSeconds(25), Samples.LONG, 1));

        closedMeanwhile(slow, status(500, ""));

        assertThat(tmdb.asked()).hasSize(1);
    }

    @Test
    void ends_the_wait_for_a_place() throws Exception {
        TmdbSettings narrow = Samples.with(
                Samples.quick(tmdb.url()), new TmdbSettings.Pace(1000, Duration.ofSeconds(1), Samples.LONG, 1));
        TmdbOriginalLanguages languages = new TmdbOriginalLanguages(narrow);
        CountDownLatch arrived = arriving(tmdb.silence());
        FutureTask<AudioFixException> first = begun(languages);
        assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
        FutureTask<AudioFixException> second = begun(languages);

        languages.close();

        for (FutureTask<AudioFixException> lookup : List.of(first, second)) {
            assertThat(lookup.get(5, TimeUnit.SECONDS)).hasMessageContaining("the program ends");
        }
        assertThat(tmdb.asked()).hasSize(1);
    }

    /** What becomes of a lookup that is closed when it got its first answer, or as good as one. */
    private AudioFixException closedMeanwhile(TmdbSettings settings, TmdbStub.Reply reply) throws Exception {
        CountDownLatch arrived = arriving(reply);
        TmdbOriginalLanguages languages = new TmdbOriginalLanguages(settings);
        FutureTask<AudioFixException> lookup = begun(languages);
        assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();

        languages.close();

        AudioFixException failure = lookup.get(5, TimeUnit.SECONDS);
        assertThat(failure.remedy()).isEqualTo(Remedy.RETRY_LATER);
        assertThat(failure.obstacle()).isEqualTo(Obstacle.STOPPING);
        return failure;
    }

    private CountDownLatch arriving(TmdbStub.Reply reply) {
        CountDownLatch arrived = new CountDownLatch(1);
        tmdb.onAll(exchange -> {
            arrived.countDown();
            reply.to(exchange);
        });
        return arrived;
    }

    private static FutureTask<AudioFixException> begun(TmdbOriginalLanguages languages) {
        FutureTask<AudioFixException> lookup = new FutureTask<>(() -> failure(languages));
        new Thread(lookup, "stub of a caller").start();
        return lookup;
    }

    @Test
    void lookups_afterwards_fail_at_once_and_closing_twice_is_harmless() {
        TmdbOriginalLanguages languages = new TmdbOriginalLanguages(Samples.quick(tmdb.url()));
        languages.close();
        languages.close();

        assertThat(failure(languages)).hasMessageContaining("the program ends");
        assertThat(tmdb.asked()).isEmpty();
    }

    /**
     * Those of the stub and of other tests left out, and those that do one thing in place of the common pool, as the JDK has it
     * on two cores.
     */
    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .filter(name -> !name.matches("stub.*|ForkJoinPool.*|Thread-[0-9]+"))
                .toList();
    }

    private static AudioFixException failure(TmdbOriginalLanguages languages) {
        return catchThrowableOfType(AudioFixException.class, () -> languages.of(Samples.SPIRITED_AWAY));
    }
}
