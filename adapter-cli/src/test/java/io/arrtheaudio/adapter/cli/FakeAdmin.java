package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.domain.audit.AuditEntry;
import io.arrtheaudio.port.in.AuditDesk;
import io.arrtheaudio.port.in.DebugBundle;
import io.arrtheaudio.port.in.Housekeeping;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What looks after the program, as a test told it to be. */
final class FakeAdmin {

    private FakeAdmin() {}

    /** Who asked for what. */
    static final class Audit implements AuditDesk {

        List<AuditEntry> entries = List.of();
        final List<Instant> asked = new ArrayList<>();

        @Override
        public void note(String who, String action, String subject, String from, String outcome) {
            throw new AssertionError("commands note nothing");
        }

        @Override
        public List<AuditEntry> since(Instant moment, int atMost) {
            asked.add(moment);
            return entries;
        }
    }

    /** Makes one of two parts. */
    static final class Bundle implements DebugBundle {

        final List<String> asked = new ArrayList<>();

        @Override
        public Made make(Path place, String threads) {
            asked.add("'" + place + "' '" + threads + "'");
            return new Made(Path.of("/b/debug.tar.gz"), List.of("versions.txt", "threads.txt"));
        }
    }

    /** Forgets 12 jobs each time. */
    static final class Keeping implements Housekeeping {

        final List<String> asked = new ArrayList<>();

        @Override
        public Forgotten cleanUp() {
            throw new AssertionError("that is for the daemon");
        }

        @Override
        public Forgotten cleanUp(CleanUp wish) {
            asked.add((wish.dryRun() ? "count " : "")
                    + wish.age().map(Duration::toString).orElse("as the settings say")
                    + (wish.states().isEmpty() ? "" : " " + new TreeSet<>(wish.states()))
                    + wish.journalAge().map(age -> " journal " + age).orElse(""));
            return new Forgotten(12, 3, 4, 1, wish.journalAge().isPresent() ? 1_234 : 0);
        }
    }

    /** Of version 4 of 6, brought to 6. */
    static final class Tables implements Wiring.Tables {

        @Override
        public Wiring.Versions look() {
            return new Wiring.Versions(4, 4, 6);
        }

        @Override
        public Wiring.Versions update() {
            return new Wiring.Versions(4, 6, 6);
        }
    }

    /** A key that may be there. */
    static final class Key implements Wiring.CallerKey {

        Optional<String> key = Optional.empty();
        boolean isInSettings;

        @Override
        public Path file() {
            return Path.of("/data/api.key");
        }

        @Override
        public Optional<String> read() {
            return key;
        }

        @Override
        public String rotate() {
            key = Optional.of("a-new-key");
            return key.get();
        }

        @Override
        public boolean isInSettings() {
            return isInSettings;
        }
    }
}
