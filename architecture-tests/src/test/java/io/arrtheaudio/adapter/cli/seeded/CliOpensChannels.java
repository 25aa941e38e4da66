package io.arrtheaudio.adapter.cli.seeded;

import java.io.IOException;
import java.nio.channels.FileChannel;

/** Breaks R10, file channels. */
public final class CliOpensChannels {

    long size(FileChannel channel) throws IOException {
        return channel.size();
    }
}
