package io.arrtheaudio.adapter.files.journal;

import io.arrtheaudio.domain.edit.Bytes;
import io.arrtheaudio.domain.edit.EditPlan;
import io.arrtheaudio.domain.edit.Ending;
import io.arrtheaudio.domain.edit.FileIdentity;
import io.arrtheaudio.domain.edit.Patch;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.journal.EntryState;
import io.arrtheaudio.domain.journal.JournalEntry;
import io.arrtheaudio.domain.journal.PlannedChange;
import io.arrtheaudio.domain.journal.Route;
import io.arrtheaudio.domain.library.Spelling;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * An entry as the bytes of a file: a mark, the version of the format, the entry, a checksum. {@code docs/journal-folder.md}
 * says which byte is what; a change here is a new version there. Public for those who keep a journal in a store of their own.
 */
public final class EntryFormat {

    private static final int MARK = 0x41544A45; // "ATJE"
    private static final int VERSION = 1;
    private static final int SUM_BYTES = 4;

    private EntryFormat() {}

    /**
     * Writes it: a few hundred bytes, and those of its patches.
     *
     * @throws AudioFixException {@code FIX_FILE} if the name of its file cannot be written down
     */
    public static byte[] bytes(JournalEntry entry) {
        Spelling.expectSound(entry.change().file().path(), "record a change of");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MARK);
            out.writeInt(VERSION);
            write(out, entry);
            out.writeInt(sum(bytes.toByteArray(), bytes.size()));
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // not in memory
        }
    }

    /**
     * Reads it.
     *
     * @throws IOException with a message for people if that is no entry, or a damaged one
     */
    public static JournalEntry entry(byte[] bytes) throws IOException {
        ByteBuffer raw = ByteBuffer.wrap(bytes);
        if (bytes.length < 3 * Integer.BYTES || raw.getInt(0) != MARK) {
            throw new IOException("it is no journal entry, or only a part of one");
        }
        if (raw.getInt(Integer.BYTES) > VERSION) {
            throw new IOException("a newer ArrTheAudio wrote it; use that one");
        }
        int length = bytes.length - SUM_BYTES;
        if (raw.getInt(length) != sum(bytes, length)) {
            throw new IOException("it is damaged: its checksum is wrong");
        }
        try (DataInputStream in =
                new DataInputStream(new ByteArrayInputStream(bytes, 2 * Integer.BYTES, length - 2 * Integer.BYTES))) {
            return readEntry(in);
        } catch (RuntimeException e) {
            throw new IOException("it is damaged: " + e.getMessage(), e);
        }
    }

    private static int sum(byte[] bytes, int length) {
        CRC32 sum = new CRC32();
        sum.update(bytes, 0, length);
        return (int) sum.getValue();
    }

    private static void write(DataOutputStream out, JournalEntry entry) throws IOException {
        PlannedChange change = entry.change();
        writeText(out, entry.id());
        writeText(out, entry.owner());
        writeText(out, entry.state().name());
        write(out, change.file());
        write(out, entry.after());
        writeText(out, change.route().kind().name());
        writeText(out, change.route().engine());
        writeText(out, change.route().replacement().toString());
        write(out, change.plan());
        writePositions(out, change.defaultsBefore());
        writePositions(out, change.defaultsAfter());
        writeText(out, change.explanation());
        writeText(out, change.cause());
        writeText(out, change.undoes());
        write(out, change.at());
    }

    private static JournalEntry readEntry(DataInputStream in) throws IOException {
        String id = readText(in);
        String owner = readText(in);
        EntryState state = EntryState.valueOf(readText(in));
        FileIdentity before = readIdentity(in);
        FileIdentity after = readIdentity(in);
        Route route = new Route(Route.Kind.valueOf(readText(in)), readText(in), Path.of(readText(in)));
        PlannedChange change = new PlannedChange(
                before,
                route,
                readPlan(in),
                readPositions(in),
                readPositions(in),
                readText(in),
                readText(in),
                readText(in),
                readInstant(in));
        return new JournalEntry(id, owner, change, state, after);
    }

    private static void write(DataOutputStream out, FileIdentity file) throws IOException {
        writeText(out, file.path().toString());
        writeText(out, file.key());
        out.writeLong(file.size());
        write(out, file.modified());
    }

    private static FileIdentity readIdentity(DataInputStream in) throws IOException {
        return new FileIdentity(Path.of(readText(in)), readText(in), in.readLong(), readInstant(in));
    }

    private static void write(DataOutputStream out, EditPlan plan) throws IOException {
        out.writeInt(plan.patches().size());
        for (Patch patch : plan.patches()) {
            out.writeLong(patch.offset());
            writeBytes(out, patch.was().toArray());
            writeBytes(out, patch.becomes().toArray());
        }
        out.writeLong(plan.ending().offset());
        writeBytes(out, plan.ending().was().toArray());
        writeBytes(out, plan.ending().becomes().toArray());
        writeText(out, plan.method());
    }

    private static EditPlan readPlan(DataInputStream in) throws IOException {
        List<Patch> patches = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            patches.add(new Patch(in.readLong(), Bytes.of(readBytes(in)), Bytes.of(readBytes(in))));
        }
        Ending ending = new Ending(in.readLong(), Bytes.of(readBytes(in)), Bytes.of(readBytes(in)));
        return new EditPlan(patches, ending, readText(in));
    }

    private static void writePositions(DataOutputStream out, List<Integer> positions) throws IOException {
        out.writeInt(positions.size());
        for (int position : positions) {
            out.writeInt(position);
        }
    }

    private static List<Integer> readPositions(DataInputStream in) throws IOException {
        List<Integer> positions = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            positions.add(in.readInt());
        }
        return positions;
    }

    private static void write(DataOutputStream out, Instant at) throws IOException {
        out.writeLong(at.getEpochSecond());
        out.writeInt(at.getNano());
    }

    private static Instant readInstant(DataInputStream in) throws IOException {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        writeBytes(out, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(readBytes(in), StandardCharsets.UTF_8);
    }

    private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] readBytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new EOFException("it is damaged: a part of " + length + " bytes does not fit");
        }
        return in.readNBytes(length);
    }
}
