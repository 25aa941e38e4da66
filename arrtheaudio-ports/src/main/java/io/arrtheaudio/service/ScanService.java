package io.arrtheaudio.service;

import io.arrtheaudio.port.in.FixDefaultAudio;
import io.arrtheaudio.port.in.FixLibrary;
import io.arrtheaudio.port.in.ScanObserver;
import io.arrtheaudio.port.in.ScanRequest;
import io.arrtheaudio.port.in.ScanSummary;
import io.arrtheaudio.port.out.MediaFiles;
import java.time.InstantSource;

/**
 * Finds and fixes side by side.
 *
 * <p>Thread-safe: each scan has its own threads, which end with it.
 */
public final class ScanService implements FixLibrary {

    private final MediaFiles files;
    private final FixDefaultAudio fix;
    private final InstantSource clock;
    private final int ahead;

    /** Everything from outside is handed in; the clock only measures. */
    public ScanService(MediaFiles files, FixDefaultAudio fix, InstantSource clock) {
        this(files, fix, clock, Scan.AHEAD);
    }

    ScanService(MediaFiles files, FixDefaultAudio fix, InstantSource clock, int ahead) {
        this.files = files;
        this.fix = fix;
        this.clock = clock;
        this.ahead = ahead;
    }

    @Override
    public ScanSummary scan(ScanRequest request, ScanObserver observer) {
        return new Scan(files, fix, clock, ahead, request, observer).run();
    }
}
