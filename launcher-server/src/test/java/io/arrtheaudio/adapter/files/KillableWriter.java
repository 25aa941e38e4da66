package io.arrtheaudio.adapter.files;

import io.arrtheaudio.port.out.EditWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * The real writer on real files, with places where it can be killed: before, in the middle of and behind every write, and
 * around every force. Lies in the writer's package because the seam does.
 */
public final class KillableWriter {

    private KillableWriter() {}

    /**
     * A writer that can be killed at any of its places.
     *
     * @param point told the name of each place as it is reached
     */
    public static EditWriter passing(Consumer<String> point) {
        return new PatchWriter(new ByteFile.Opener() {
            @Override
            public ByteFile open(Path file) throws IOException {
                return new Killable(
                        FileChannel.open(
                                file, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
                        point);
            }

            @Override
            public ByteFile openToRead(Path file) throws IOException {
                return new Killable(FileChannel.open(file, StandardOpenOption.READ), point);
            }
        });
    }

    /** A file that is written in two halves. */
    private record Killable(ChannelFile file, Consumer<String> point) implements ByteFile {

        Killable(FileChannel channel, Consumer<String> point) {
            this(new ChannelFile(channel), point);
        }

        @Override
        public long length() throws IOException {
            return file.length();
        }

        @Override
        public void read(long offset, byte[] into) throws IOException {
            file.read(offset, into);
        }

        @Override
        public void write(long offset, byte[] bytes) throws IOException {
            int half = bytes.length / 2;
            point.accept("before a write");
            file.write(offset, Arrays.copyOf(bytes, half));
            point.accept("in the middle of a write");
            file.write(offset + half, Arrays.copyOfRange(bytes, half, bytes.length));
            point.accept("behind a write");
        }

        @Override
        public void truncate(long length) throws IOException {
            point.accept("before a cut");
            file.truncate(length);
            point.accept("behind a cut");
        }

        @Override
        public void force(boolean withLength) throws IOException {
            point.accept("before a force");
            file.force(withLength);
            point.accept("behind a force");
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
