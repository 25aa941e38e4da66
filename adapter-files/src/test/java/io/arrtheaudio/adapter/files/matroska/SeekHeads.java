package io.arrtheaudio.adapter.files.matroska;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.adapter.files.header.HeaderReader;

/** Looks up every pointer of a SeekHead. */
final class SeekHeads {

    private SeekHeads() {}

    static void assertPointToTheirElements(byte[] file, Planned planned) {
        try (HeaderReader reader = planned.open(file)) {
            MatroskaHeader header = new HeaderWalk(reader).walk();
            for (SeekHead head : header.seekHeads()) {
                assertThat(head.crc().map(crc -> crc.isRight(head.content())).orElse(true))
                        .as("checksum of the SeekHead")
                        .isTrue();
                for (SeekHead.Entry entry : head.entries()) {
                    long offset = header.segment().contentOffset() + entry.position();
                    assertThat(new ElementReader(reader).at(offset).id())
                            .as("element at byte " + offset)
                            .isEqualTo(entry.id());
                }
            }
        }
    }
}
