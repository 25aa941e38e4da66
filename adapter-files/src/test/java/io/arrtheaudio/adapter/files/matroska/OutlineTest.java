package io.arrtheaudio.adapter.files.matroska;

import static io.arrtheaudio.adapter.files.matroska.Ebml.unknownSize;
import static io.arrtheaudio.adapter.files.matroska.MatroskaSample.CLUSTER;
import static io.arrtheaudio.adapter.files.matroska.MatroskaSample.CUES;
import static io.arrtheaudio.adapter.files.matroska.MatroskaSample.INFO;
import static io.arrtheaudio.adapter.files.matroska.MatroskaSample.TAGS;
import static io.arrtheaudio.adapter.files.matroska.MatroskaSample.audio;
import static io.arrtheaudio.adapter.files.matroska.MatroskaSample.ebmlHeader;
import static io.arrtheaudio.adapter.files.matroska.MatroskaSample.tracks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrtheaudio.adapter.files.header.HeaderReader;
import io.arrtheaudio.adapter.files.header.Purpose;
import io.arrtheaudio.domain.failure.AudioFixException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which stretches of a file a tool that edits headers may want to see. */
class OutlineTest {

    private static final byte[] TRACKS = tracks(audio());
    private static final int MIB = 1 << 20;
    /** EBML header and the Segment's own, whose size takes eight bytes. */
    private static final int START = ebmlHeader("matroska").length + 12;

    @TempDir
    private Path folder;

    @Test
    void clusters_are_told_from_all_that_lies_between_them() throws IOException {
        byte[] file = new MatroskaSample()
                .add(INFO)
                .add(TRACKS)
                .add(CLUSTER)
                .add(CLUSTER)
                .add(TAGS)
                .add(CUES)
                .build();
        int first = START + INFO.length + TRACKS.length;
        int second = first + CLUSTER.length;
        int behind = second + CLUSTER.length;

        assertThat(stretches(written(file)))
                .contains(List.of(
                        new Stretch(0, first, first, false),
                        new Stretch(first, first + 5, second, true),
                        new Stretch(second, second + 5, behind, true),
                        new Stretch(behind, file.length, file.length, false)));
    }

    @Test
    void what_lies_behind_the_segment_is_seen_as_well() throws IOException {
        byte[] film = new MatroskaSample().add(TRACKS).add(CLUSTER).build();
        byte[] file = Ebml.join(film, new byte[30]);
        int cluster = START + TRACKS.length;

        assertThat(stretches(written(file)))
                .contains(List.of(
                        new Stretch(0, cluster, cluster, false),
                        new Stretch(cluster, cluster + 5, film.length, true),
                        new Stretch(film.length, file.length, file.length, false)));
    }

    @Test
    void a_file_whose_clusters_do_not_tell_their_sizes_cannot_be_parted() throws IOException {
        byte[] file = new MatroskaSample()
                .add(TRACKS)
                .add(unknownSize(Ids.CLUSTER))
                .withUnknownSize()
                .build();

        assertThat(stretches(written(file))).isEmpty();
    }

    @Test
    void a_file_of_another_kind_is_refused() {
        assertThatThrownBy(() -> stretches(written("no film at all".getBytes(StandardCharsets.US_ASCII))))
                .isInstanceOf(AudioFixException.class)
                .hasMessageContaining("it is no Matroska file");
    }

    @Test
    void of_an_element_of_more_than_eight_mebibytes_the_first_is_seen() throws IOException {
        Path film = sparse(8L * MIB, 8L * MIB + 1, 100);
        long second = START + 8L * MIB;
        long third = second + 8L * MIB + 1;

        assertThat(stretches(film))
                .contains(List.of(
                        new Stretch(0, second + MIB, third, false),
                        new Stretch(third, third + 100, third + 100, false)));
    }

    @Test
    void sixty_four_mebibytes_are_seen_but_no_more() throws IOException {
        long last = 8L * MIB - START;

        assertThat(stretches(sparse(8L * MIB, 8L * MIB, 8L * MIB, 8L * MIB, 8L * MIB, 8L * MIB, 8L * MIB, last)))
                .contains(List.of(new Stretch(0, 64L * MIB, 64L * MIB, false)));
        Path more = sparse(8L * MIB, 8L * MIB, 8L * MIB, 8L * MIB, 8L * MIB, 8L * MIB, 8L * MIB, last + 1);
        assertThatThrownBy(() -> stretches(more))
                .isInstanceOf(AudioFixException.class)
                .hasMessageContaining("more outside of its Clusters than any real file, up to byte " + (64L * MIB + 1));
    }

    @Test
    void a_gibibyte_may_go_unseen_but_no_more() throws IOException {
        long most = 1024L * MIB + MIB;

        assertThat(stretches(sparse(most)))
                .contains(List.of(new Stretch(0, START + MIB, START + most, false), end(most)));
        assertThatThrownBy(() -> stretches(sparse(most + 1)))
                .isInstanceOf(AudioFixException.class)
                .hasMessageContaining("more outside of its Clusters");
    }

    private static Stretch end(long length) {
        return new Stretch(START + length, START + length, START + length, false);
    }

    @ParameterizedTest
    @CsvSource({"-1, 0, 0", "5, 4, 9", "5, 9, 8"})
    void a_stretch_whose_offsets_are_out_of_order_is_none(long offset, long unseen, long end) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Stretch(offset, unseen, end, false))
                .withMessageContaining("from byte " + offset);
    }

    @Test
    void a_stretch_may_be_empty() {
        assertThat(new Stretch(0, 0, 0, false).isSeen()).isTrue();
        assertThat(new Stretch(0, 0, 1, true).isSeen()).isFalse();
    }

    /** A film of nothing but Attachments of these lengths, of which only the headers take room on the disk. */
    private Path sparse(long... lengths) throws IOException {
        long total = 0;
        for (long length : lengths) {
            total += length;
        }
        Path film = written(Ebml.join(ebmlHeader("matroska"), header(Ids.SEGMENT, total)));
        try (FileChannel channel = FileChannel.open(film, StandardOpenOption.WRITE)) {
            long at = START;
            for (long length : lengths) {
                channel.write(ByteBuffer.wrap(header(Ids.ATTACHMENTS, length - 12)), at);
                at += length;
            }
            channel.write(ByteBuffer.allocate(1), at - 1);
        }
        return film;
    }

    private static byte[] header(long id, long size) {
        ByteBuffer header = ByteBuffer.allocate(12).putInt((int) id);
        Vint.put(header, size, 8);
        return header.array();
    }

    private Path written(byte[] file) throws IOException {
        return Files.write(folder.resolve("film.mkv"), file);
    }

    private static Optional<List<Stretch>> stretches(Path film) {
        try (HeaderReader reader = HeaderReader.open(film, Purpose.OUTLINE)) {
            return new MatroskaFormat().stretches(reader);
        }
    }
}
