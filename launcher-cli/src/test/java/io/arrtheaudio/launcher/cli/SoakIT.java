package io.arrtheaudio.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged daemon, with the options that ship, while fifty webhooks a second come in for minutes, each about a film that is
 * new and wrong. What it holds towards the end must be what it held towards the beginning.
 */
@EnabledOnOs(OS.LINUX)
class SoakIT {

    private static final boolean LONG = Boolean.getBoolean("long");
    private static final Duration WHOLE = LONG ? Duration.ofMinutes(10) : Duration.ofSeconds(40);
    private static final double GROWTH = LONG ? 1.05 : 1.30; // in seconds, a program has not come to rest yet
    private static final int A_SECOND = 50;
    private static final int CALLERS = 4;
    private static final int NAMES = 2_000; // then a film of the same name comes anew, as an upgrade does
    private static final int LOOKS = 40;
    private static final long MEGABYTE = 1 << 20;

    @TempDir
    Path folder;

    private final Queue<Long> posts = new ConcurrentLinkedQueue<>(); // nanoseconds
    private final Queue<String> jobs = new ConcurrentLinkedQueue<>();
    private final Queue<Throwable> broken = new ConcurrentLinkedQueue<>();

    @Test
    void minutes_of_webhooks_leave_nothing_behind() throws Exception {
        House house = House.in(folder);
        try (DaemonProcess daemon = DaemonProcess.startAsShipped(house)) {
            MachineTime begin = MachineTime.without(daemon.process());
            List<Vitals> vitals = soak(daemon, house);
            long others = MachineTime.without(daemon.process()).percentOfOthersSince(begin);
            daemon.awaitIdle();

            assertThat(broken).isEmpty();
            assertThat(jobs).hasSizeGreaterThan((int) (WHOLE.toSeconds() * A_SECOND * 9 / 10));
            List<JsonNode> ended = jobs.stream()
                    .skip(jobs.size() - 500L)
                    .map(id -> daemon.get("/api/v1/jobs/" + id))
                    .toList();
            assertThat(ended)
                    .allSatisfy(job -> assertThat(job.at("/result/status").asText())
                            .as(job.toString())
                            .isIn("changed", "already_correct"));
            long post = p99(posts) / 1_000_000;
            long film = p99(ended.stream()
                    .map(job -> job.at("/result/duration_ms").asLong())
                    .toList());
            long memory = vitals.stream().mapToLong(Vitals::memory).max().orElseThrow();
            System.out.printf(
                    "%d webhooks in %s: p99 of a webhook %d ms, of a film %d ms, at most %d MiB, others had %d %% of the"
                            + " machine%n  then %s%n  now  %s%n",
                    jobs.size(),
                    WHOLE,
                    post,
                    film,
                    memory / MEGABYTE,
                    others,
                    middle(earlier(vitals)),
                    middle(later(vitals)));
            long allowance = others > 10 ? 10 : 1;
            assertThat(post).as("ms, p99 of a webhook").isLessThan(100 * allowance);
            assertThat(film).as("ms, p99 of a film").isLessThan(500 * allowance);
            assertThat(memory).as("bytes").isLessThan(512 * MEGABYTE);
            expectNoGrowth(middle(earlier(vitals)), middle(later(vitals)));
        }
    }

    private static void expectNoGrowth(Vitals then, Vitals now) {
        assertThat((double) now.memory()).as("resident memory").isLessThan(then.memory() * GROWTH);
        assertThat((double) now.heap()).as("heap").isLessThan(then.heap() * GROWTH);
        assertThat((double) now.threads()).as("threads").isLessThan(then.threads() * GROWTH);
        assertThat(now.files()).as("open files").isLessThanOrEqualTo(then.files() + CALLERS);
    }

    /** What it held, looked at again and again. */
    private List<Vitals> soak(DaemonProcess daemon, House house) throws InterruptedException {
        ScheduledExecutorService callers = Executors.newScheduledThreadPool(CALLERS + 1);
        AtomicLong next = new AtomicLong();
        long pause = TimeUnit.SECONDS.toNanos(CALLERS) / A_SECOND;
        for (int i = 0; i < CALLERS; i++) {
            callers.scheduleAtFixedRate(
                    () -> call(daemon, house, next.getAndIncrement()),
                    i * pause / CALLERS,
                    pause,
                    TimeUnit.NANOSECONDS);
        }
        List<Vitals> vitals = new ArrayList<>();
        long begin = System.nanoTime();
        long betweenLooks = WHOLE.toMillis() / LOOKS;
        for (int look = 1; look <= LOOKS; look++) {
            long rest = begin + TimeUnit.MILLISECONDS.toNanos(look * betweenLooks) - System.nanoTime();
            TimeUnit.NANOSECONDS.sleep(rest); // a load has a pace
            vitals.add(Vitals.of(daemon.process(), TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin)));
        }
        callers.shutdown();
        assertThat(callers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        return vitals;
    }

    private void call(DaemonProcess daemon, House house, long number) {
        try {
            String name = number % NAMES + ".mkv";
            Files.deleteIfExists(house.library().resolve(name));
            house.film(name);
            String body = DaemonProcess.imported(house.library().toString(), name);
            long begin = System.nanoTime();
            JsonNode answer = daemon.post("/webhook/radarr", body, 202);
            posts.add(System.nanoTime() - begin);
            jobs.add(answer.path("job_ids").get(0).asText());
        } catch (IOException e) {
            broken.add(new UncheckedIOException(e));
        } catch (RuntimeException | Error e) {
            broken.add(e);
        }
    }

    /** Minutes 3 to 5 of 10. */
    private static List<Vitals> earlier(List<Vitals> all) {
        return all.subList(LOOKS * 3 / 10, LOOKS / 2);
    }

    /** Minutes 8 to 10. */
    private static List<Vitals> later(List<Vitals> all) {
        return all.subList(LOOKS * 8 / 10, LOOKS);
    }

    /** The median of each. */
    private static Vitals middle(List<Vitals> all) {
        return new Vitals(
                middle(all, Vitals::at),
                middle(all, Vitals::memory),
                middle(all, Vitals::heap),
                middle(all, Vitals::threads),
                middle(all, Vitals::files));
    }

    private static long middle(List<Vitals> all, ToLongFunction<Vitals> value) {
        return all.stream()
                .mapToLong(value)
                .sorted()
                .skip(all.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private static long p99(Collection<Long> values) {
        return values.stream()
                .sorted()
                .skip(values.size() * 99L / 100)
                .findFirst()
                .orElseThrow();
    }
}
