package io.arrtheaudio.adapter.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolVersionTest {

    @ParameterizedTest
    @CsvSource({
        "ffprobe version 5.1.9-0+deb12u1 Copyright (c) 2000-2026, 5.1.9-0+deb12u1",
        "ffmpeg version n7.1 Copyright, n7.1",
        "ffmpeg version N-109468-gd39b34123d-tessus, N-109468-gd39b34123d-tessus",
        "mkvmerge v74.0.0 ('You Oughta Know') 64-bit, v74.0.0",
    })
    void the_first_line_tells_it(String line, String version) {
        assertThat(ToolVersion.read(line + "\nmore")).contains(new ToolVersion(version));
    }

    @Test
    void anything_else_is_none() {
        assertThat(ToolVersion.read("")).isEmpty();
        assertThat(ToolVersion.read("usage: tool FILE")).isEmpty();
        assertThat(ToolVersion.read("x" + "9".repeat(1000))).isEmpty();
    }

    @Test
    void versions_are_compared_by_number_and_unnumbered_ones_are_new() {
        assertThat(new ToolVersion("5.1.9-0+deb12u1").isAtLeast(4, 4)).isTrue();
        assertThat(new ToolVersion("4.3.9").isAtLeast(4, 4)).isFalse();
        assertThat(new ToolVersion("4.10").isAtLeast(4, 4)).isTrue();
        assertThat(new ToolVersion("v9.6.0").isAtLeast(50, 0)).isFalse();
        assertThat(new ToolVersion("v100.0").isAtLeast(50, 0)).isTrue();
        assertThat(new ToolVersion("n7.1").isAtLeast(4, 4)).isTrue();
        assertThat(new ToolVersion("N-109468-gd39b34123d").isAtLeast(4, 4)).isTrue();
    }
}
