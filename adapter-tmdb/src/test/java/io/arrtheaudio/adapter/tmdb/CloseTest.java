package io.arrtheaudio.adapter.tmdb;

import static io.arrtheaudio.adapter.tmdb.TmdbStub.inTurn;
import static io.arrtheaudio.adapter.tmdb.TmdbStub.resource;
import static io.arrtheaudio.adapter.tmdb.TmdbStub.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import java.io.IOException;
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
        CountDownLatch arrived = new CountDownLatch(1);
        tmdb.onAll(exchange -> {
            arrived.countDown();
            tmdb.silence().to(exchange);
        });
        TmdbOriginalLanguages languages = new TmdbOriginalLanguages(Samples.quick(tmdb.url()));
        FutureTask<AudioFixException> lookup = new FutureTask<>(() -> failure(languages));
        Thread asking = new Thread(lookup);
        asking.start();
        assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();

        languages.close();

        AudioFixException failure = lookup.get(10, TimeUnit.SECONDS);
        assertThat(failure.remedy()).isEqualTo(Remedy.RETRY_LATER);
        assertThat(failure).hasMessageContaining("the program ends");
        asking.join(10_000);
        assertThat(threads()).isSubsetOf(before);
    }

    @Test
    void lookups_afterwards_fail_at_once_and_closing_twice_is_harmless() {
        TmdbOriginalLanguages languages = new TmdbOriginalLanguages(Samples.quick(tmdb.url()));
        languages.close();
        languages.close();

        assertThat(failure(languages)).hasMessageContaining("the program ends");
        assertThat(tmdb.asked()).isEmpty();
    }

    /** Those of the stub and of other tests left out. */
    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .filter(name -> !name.startsWith("stub") && !name.startsWith("ForkJoinPool"))
                .toList();
    }

    private static AudioFixException failure(TmdbOriginalLanguages languages) {
        return catchThrowableOfType(AudioFixException.class, () -> languages.of(Samples.SPIRITED_AWAY));
    }
}
