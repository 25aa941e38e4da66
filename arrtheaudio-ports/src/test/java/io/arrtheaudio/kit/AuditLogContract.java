package io.arrtheaudio.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.audit.AuditEntry;
import io.arrtheaudio.port.out.AuditLog;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link AuditLog} does. */
public abstract class AuditLogContract {

    private static final Instant NOON = Instant.parse("2026-02-28T12:00:00.123Z");
    private static final int ALL = 10_000;

    /** Opens the log of this test; every time the same one. */
    protected abstract AuditLog open();

    @Test
    public final void an_empty_one_tells_nothing() {
        assertThat(open().since(Instant.EPOCH, ALL)).isEmpty();
        assertThat(open().forget(NOON, ALL)).isZero();
    }

    @Test
    public final void everything_of_an_entry_survives() {
        AuditEntry entry = new AuditEntry(
                NOON, "wrong key", "undo", "/tv/it's \"日本\"\n'; DROP TABLE job; --", "fe80::1%eth0", "401: :who");
        AuditEntry plain = new AuditEntry(NOON.plusNanos(1_999_999), "", "", "", "", "");

        open().note(entry);
        open().note(plain);

        assertThat(open().since(Instant.EPOCH, ALL)).containsExactly(plain, entry);
    }

    @Test
    public final void the_newest_come_first_and_of_one_moment_what_was_noted_last() {
        note("b", NOON);
        note("d", NOON.plusMillis(1));
        note("c", NOON);
        note("a", NOON.minusMillis(1));

        assertThat(subjects(open().since(Instant.EPOCH, ALL))).containsExactly("d", "c", "b", "a");
        assertThat(subjects(open().since(Instant.EPOCH, 2))).containsExactly("d", "c");
        assertThat(open().since(Instant.EPOCH, 0)).isEmpty();
    }

    @Test
    public final void what_was_noted_before_a_moment_is_not_told() {
        note("before", NOON.minusMillis(1));
        note("then", NOON);

        assertThat(subjects(open().since(NOON, ALL))).containsExactly("then");
        assertThat(subjects(open().since(NOON.plusNanos(999_999), ALL))).containsExactly("then");
        assertThat(open().since(NOON.plusMillis(1), ALL)).isEmpty();
    }

    @Test
    public final void the_same_may_be_asked_for_twice() {
        note("a", NOON);
        note("a", NOON);

        assertThat(open().since(NOON, ALL)).hasSize(2);
    }

    @Test
    public final void what_is_old_is_forgotten_in_steps_the_oldest_first() {
        note("3", NOON.minusMillis(1));
        note("1", NOON.minusSeconds(2));
        note("2", NOON.minusSeconds(2));
        note("4", NOON);

        assertThat(open().count(NOON)).isEqualTo(3);
        assertThat(open().forget(NOON, 2)).isEqualTo(2);
        assertThat(subjects(open().since(Instant.EPOCH, ALL))).containsExactly("4", "3");
        assertThat(open().forget(NOON, 2)).isEqualTo(1);
        assertThat(open().forget(NOON, 2)).isZero();
        assertThat(open().count(NOON)).isZero();
        assertThat(subjects(open().since(Instant.EPOCH, ALL))).containsExactly("4");
    }

    @Test
    public final void many_threads_note() {
        AuditLog one = open();
        AuditLog other = open();
        AtOnce.call(8, i -> {
            for (int n = 0; n < 20; n++) {
                (n % 2 == 0 ? one : other).note(entry(i + "-" + n, NOON.plusMillis(n)));
            }
            return i;
        });

        assertThat(subjects(open().since(NOON, ALL))).hasSize(160).doesNotHaveDuplicates();
    }

    @Test
    public final void an_interrupted_thread_can_do_everything_and_stays_interrupted() {
        Thread.currentThread().interrupt();
        try {
            note("a", NOON);
            assertThat(open().since(NOON, ALL)).hasSize(1);
            assertThat(open().forget(NOON.plusMillis(1), ALL)).isEqualTo(1);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private void note(String subject, Instant at) {
        open().note(entry(subject, at));
    }

    private static AuditEntry entry(String subject, Instant at) {
        return new AuditEntry(at, "api key", "cancel", subject, "192.0.2.7", "done");
    }

    private static List<String> subjects(List<AuditEntry> entries) {
        return entries.stream().map(AuditEntry::subject).toList();
    }
}
