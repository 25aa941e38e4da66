package io.arrtheaudio.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.edit.Bytes;
import io.arrtheaudio.domain.edit.EditPlan;
import io.arrtheaudio.domain.edit.Ending;
import io.arrtheaudio.domain.edit.FileIdentity;
import io.arrtheaudio.domain.edit.Patch;
import io.arrtheaudio.domain.journal.EntryState;
import io.arrtheaudio.domain.journal.JournalEntry;
import io.arrtheaudio.domain.journal.JournalQuery;
import io.arrtheaudio.domain.journal.PlannedChange;
import io.arrtheaudio.domain.journal.Route;
import io.arrtheaudio.port.out.EditJournal;
import io.arrtheaudio.port.out.OwnerLocks;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link EditJournal} remembers, and how it is found again; {@link EditJournalContract} says the rest.
 */
public abstract class JournalMemoryContract {

    static final String PLACE = "journal";
    static final SampleChange FILM = SampleChange.of("film.mkv");
    static final SampleChange SERIES = SampleChange.of("series.mkv");
    private static final Instant NOON = Instant.parse("2026-02-28T12:00:00Z");
    private static final Instant ODD_MOMENT = Instant.parse("1969-12-31T23:59:59.999999999Z");
    private static final String ODD_TEXT =
            " two\nlines\r\n\ta tab, \\n no line, 日本語, \uD83C\uDFAC, \"quoted\", =, \0 \u0085\u2028 ";

    final InMemoryOwnerLocks me = new InMemoryOwnerLocks();
    final InMemoryOwnerLocks you = me.anotherRun();
    EditJournal journal;

    /**
     * Opens a journal.
     *
     * @param place names it: an empty journal when a test asks first, and the same one whenever it asks again
     * @param locks tells which runs are alive
     */
    protected abstract EditJournal open(String place, OwnerLocks locks);

    @BeforeEach
    final void openFirst() {
        journal = open(PLACE, me);
    }

    @Test
    public final void everything_of_an_open_entry_survives() {
        JournalEntry entry = journal.begin(oddChange("film.mkv", ODD_TEXT));

        assertThat(everything()).containsExactly(entry);
        assertThat(open(PLACE, you).openEntryOf(entry.change().file())).contains(entry);
    }

    @Test
    public final void everything_of_an_ended_entry_survives() {
        FileIdentity after = new FileIdentity(
                Path.of("/moved here\nand there.mkv"), "", Long.MAX_VALUE, Instant.ofEpochSecond(-9, 1));
        JournalEntry done = journal.begin(oddChange("film.mkv", ODD_TEXT));
        JournalEntry takenBack = begin(SERIES.at(Instant.EPOCH));

        journal.end(done, EntryState.DONE, after);
        journal.end(takenBack, EntryState.TAKEN_BACK, SERIES.file());

        assertThat(everything())
                .containsExactly(
                        takenBack.ended(EntryState.TAKEN_BACK, SERIES.file()), done.ended(EntryState.DONE, after));
    }

    @Test
    public final void a_file_of_any_name_survives() {
        Set<Path> names = new TreeSet<>();
        for (String name : new String[] {
            "new\nline",
            "car\rriage",
            " spaces  ",
            "日本語",
            "\uD83C\uDFAC",
            "e\u0301",
            "\u202Eleft",
            "back\\slash",
            "'\"$(x)`",
            "\u0001\u007F",
            "-",
            "%2F",
            "a".repeat(250),
            "\\u0041",
            "\uFFFD"
        }) {
            spelt(name).ifPresent(names::add);
        }

        names.forEach(name -> begin(SampleChange.of(name.toString())));

        assertThat(everything())
                .extracting(entry -> entry.change().file().path().getFileName())
                .containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    public final void every_byte_of_large_patches_survives() {
        byte[] was = new byte[70_000];
        byte[] becomes = new byte[was.length];
        new Random(7).nextBytes(was);
        new Random(8).nextBytes(becomes);
        PlannedChange change = change(new Patch(Long.MAX_VALUE - was.length, Bytes.of(was), Bytes.of(becomes)));

        JournalEntry entry = journal.begin(change);
        journal.end(entry, EntryState.DONE, change.file());

        assertThat(everything().get(0).change().plan()).isEqualTo(change.plan());
    }

    @Test
    public final void a_change_without_patches_tracks_or_words_survives() {
        PlannedChange empty = new PlannedChange(
                FILM.file(),
                Route.inPlace(""),
                new EditPlan(List.of(), ""),
                List.of(),
                List.of(),
                "",
                "",
                "",
                Instant.EPOCH);

        JournalEntry entry = journal.begin(empty);

        assertThat(everything()).containsExactly(entry);
        assertThat(entry.change()).isEqualTo(empty);
    }

    @Test
    public final void random_words_survive() {
        long seed = 20_240_607;
        Random random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            String words = random.ints(30, 0, 0x3100)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            PlannedChange change = oddChange(i + ".mkv", words);

            JournalEntry entry = journal.begin(change);

            assertThat(open(PLACE, me).openEntryOf(change.file()))
                    .as("seed %d, round %d", seed, i)
                    .contains(entry);
        }
    }

    @Test
    public final void different_places_are_different_journals() {
        begin(FILM);

        assertThat(open("another journal", me).find(JournalQuery.EVERYTHING)).isEmpty();
    }

    @Test
    public final void the_open_entry_of_a_file_is_found_by_its_key() {
        JournalEntry entry = begin(FILM);
        begin(SERIES);

        assertThat(journal.openEntryOf(FILM.file())).contains(entry);
        assertThat(open(PLACE, you)
                        .openEntryOf(
                                SampleChange.of("moved.mkv", FILM.file().key()).file()))
                .contains(entry);
        assertThat(journal.openEntryOf(
                        SampleChange.of("film.mkv", "another file by now").file()))
                .isEmpty();
    }

    @Test
    public final void the_open_entry_of_a_file_without_a_key_is_found_by_its_path() {
        SampleChange keyless = SampleChange.of("film.mkv", "");
        JournalEntry entry = begin(keyless);

        assertThat(journal.openEntryOf(keyless.file())).contains(entry);
        assertThat(journal.openEntryOf(SampleChange.of("other.mkv", "").file())).isEmpty();
    }

    @Test
    public final void an_ended_entry_is_not_open() {
        journal.end(begin(FILM), EntryState.TAKEN_BACK, FILM.file());

        assertThat(journal.openEntryOf(FILM.file())).isEmpty();
    }

    @Test
    public final void the_newest_entries_come_first_the_open_ones_among_them() {
        JournalEntry first = begin(FILM);
        JournalEntry second = begin(SERIES);
        journal.end(second, EntryState.DONE, SERIES.after());
        JournalEntry third = begin(SampleChange.of("third.mkv"));

        assertThat(ids(JournalQuery.EVERYTHING)).containsExactly(third.id(), second.id(), first.id());
        assertThat(ids(JournalQuery.EVERYTHING.atMost(2))).containsExactly(third.id(), second.id());
    }

    @Test
    public final void an_entry_is_found_by_its_id_with_those_that_take_it_back() {
        JournalEntry first = done(FILM);
        done(SERIES);
        JournalEntry undo = done(FILM.undoing(first.id()));
        JournalEntry second = begin(FILM.undoing(first.id()));

        assertThat(ids(JournalQuery.about(first.id()))).containsExactly(second.id(), undo.id(), first.id());
        assertThat(ids(JournalQuery.about(undo.id()))).containsExactly(undo.id());
        assertThat(ids(JournalQuery.about("nothing"))).isEmpty();
    }

    @Test
    public final void the_entries_of_a_file_are_found_by_path_or_key() {
        JournalEntry entry = done(FILM);
        JournalEntry moved = done(SampleChange.of("moved.mkv", FILM.file().key()));
        JournalEntry replaced = begin(SampleChange.of("film.mkv", "another file by now"));
        done(SERIES);
        Path path = FILM.file().path();

        assertThat(ids(JournalQuery.ofFile(path, FILM.file().key())))
                .containsExactly(replaced.id(), moved.id(), entry.id());
        assertThat(ids(JournalQuery.ofFile(path, ""))).containsExactly(replaced.id(), entry.id());
        assertThat(ids(JournalQuery.ofFile(Path.of(""), FILM.file().key()))).containsExactly(moved.id(), entry.id());
        assertThat(ids(JournalQuery.ofFile(path.resolveSibling("nothing.mkv"), "")))
                .isEmpty();
    }

    @Test
    public final void a_file_that_took_the_place_of_another_is_found_by_its_own_key() {
        JournalEntry entry = begin(FILM);
        FileIdentity copy = SampleChange.of("film.mkv", "inode of the copy").file();
        journal.end(entry, EntryState.DONE, copy);
        done(SERIES);

        assertThat(ids(JournalQuery.ofFile(Path.of("/library/renamed.mkv"), copy.key())))
                .containsExactly(entry.id());
        assertThat(ids(JournalQuery.ofFile(
                        Path.of("/library/renamed.mkv"), FILM.file().key())))
                .containsExactly(entry.id());
    }

    @Test
    public final void entries_are_found_by_cause_and_by_time() {
        JournalEntry early = done(FILM.because("scan").at(NOON));
        JournalEntry late = done(FILM.because("webhook 41").at(NOON.plusNanos(1)));
        JournalEntry open = begin(FILM.because("scan").at(NOON.plusSeconds(1)));

        assertThat(ids(JournalQuery.ofCause("scan"))).containsExactly(open.id(), early.id());
        assertThat(ids(JournalQuery.ofCause("sca"))).isEmpty();
        assertThat(ids(JournalQuery.since(NOON.plusNanos(1)))).containsExactly(open.id(), late.id());
        assertThat(ids(JournalQuery.since(NOON))).hasSize(3);
    }

    @Test
    public final void every_part_of_a_query_must_fit() {
        JournalEntry wanted = done(FILM.because("scan").at(NOON));
        done(FILM.because("scan").at(NOON.minusNanos(1)));
        done(FILM.because("process").at(NOON));
        done(SERIES.because("scan").at(NOON));
        JournalQuery query = new JournalQuery("", FILM.file().path(), "", "scan", NOON, 5);

        assertThat(ids(query)).containsExactly(wanted.id());
        assertThat(ids(new JournalQuery("nothing", query.path(), "", "scan", NOON, 5)))
                .isEmpty();
    }

    final JournalEntry begin(SampleChange change) {
        return journal.begin(change.planned());
    }

    final JournalEntry done(SampleChange change) {
        JournalEntry entry = begin(change);
        journal.end(entry, EntryState.DONE, change.after());
        return entry;
    }

    final List<JournalEntry> everything() {
        return open(PLACE, me).find(JournalQuery.EVERYTHING);
    }

    private List<String> ids(JournalQuery query) {
        List<String> ids = journal.find(query).stream().map(JournalEntry::id).toList();
        assertThat(open(PLACE, you).find(query)).extracting(JournalEntry::id).isEqualTo(ids);
        return ids;
    }

    private static Optional<Path> spelt(String name) {
        try {
            return Optional.of(Path.of(name));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static PlannedChange oddChange(String name, String words) {
        FileIdentity file = new FileIdentity(Path.of("/odd/", name), words + name, 1L << 52, ODD_MOMENT);
        EditPlan plan = new EditPlan(
                List.of(
                        new Patch(Integer.MAX_VALUE + 1L, Bytes.of(allBytes()), Bytes.of(new byte[256])),
                        new Patch(0, Bytes.of((byte) -1), Bytes.of((byte) 0x80))),
                Ending.appended(Long.MAX_VALUE - 999, Bytes.of(allBytes())),
                words);
        Route route = new Route(Route.Kind.COPY, words, Path.of("/odd", ".arrtheaudio-1.part"));
        return new PlannedChange(
                file,
                route,
                plan,
                List.of(0, 2, 11),
                List.of(1),
                words,
                "cause" + words,
                "",
                Instant.MAX.minusNanos(1));
    }

    private static byte[] allBytes() {
        byte[] all = new byte[256];
        IntStream.range(0, all.length).forEach(i -> all[i] = (byte) i);
        return all;
    }

    private static PlannedChange change(Patch patch) {
        return new PlannedChange(
                FILM.file(),
                Route.inPlace(""),
                new EditPlan(List.of(patch), "rewrite"),
                List.of(),
                List.of(),
                "",
                "",
                "",
                Instant.EPOCH);
    }
}
