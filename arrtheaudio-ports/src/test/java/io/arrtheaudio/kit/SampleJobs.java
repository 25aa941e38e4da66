package io.arrtheaudio.kit;

import io.arrtheaudio.domain.choice.Explanation;
import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.choice.TrackNote;
import io.arrtheaudio.domain.choice.WantedLanguage;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.job.JobFile;
import io.arrtheaudio.domain.job.JobPriority;
import io.arrtheaudio.domain.job.JobRequest;
import io.arrtheaudio.domain.job.JobResult;
import io.arrtheaudio.domain.job.JobSource;
import io.arrtheaudio.domain.job.ResultKind;
import io.arrtheaudio.domain.job.Settlement;
import io.arrtheaudio.domain.job.WebhookCall;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.TrackFlag;
import io.arrtheaudio.domain.media.TrackRole;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Requests and results that a test lets a store keep. */
public final class SampleJobs {

    /** When everything begins. */
    public static final Instant NOON = Instant.parse("2026-02-28T12:00:00.123Z");

    private static final Language JAPANESE = new Language("jpn", "", "");

    private SampleJobs() {}

    /** A file of a library. */
    public static JobFile file(String name) {
        return JobFile.at(Path.of("/library").toAbsolutePath().resolve(name));
    }

    /** What a person asks for. */
    public static JobRequest manual(String name) {
        return JobRequest.of(file(name), JobSource.MANUAL, JobPriority.NORMAL);
    }

    /** What Sonarr asks for. */
    public static JobRequest imported(String name) {
        return JobRequest.of(file(name), JobSource.SONARR, JobPriority.HIGH);
    }

    /** Many files: {@code s1e0.mkv}, {@code s1e1.mkv} ... */
    public static List<JobRequest> manuals(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> manual(prefix + i + ".mkv"))
                .toList();
    }

    /** Sonarr calls. */
    public static WebhookCall download(Instant at) {
        return new WebhookCall(JobSource.SONARR, "Sonarr 'élan'", "Download", at);
    }

    /** A result with everything in it. */
    public static JobResult changed() {
        AudioTrack track =
                new AudioTrack(2, JAPANESE, "日本語 \"5.1\"\n", "eac3", 6, Set.of(TrackFlag.ORIGINAL, TrackFlag.DEFAULT));
        AudioTrack other = new AudioTrack(1, new Language("por", "Latn", "BR"), "", "aac", 0, Set.of());
        Explanation why = new Explanation(
                "jpn is wanted",
                new OriginalLanguage(JAPANESE, "told by Sonarr", OriginalLanguage.Confidence.LOW),
                List.of(new WantedLanguage(JAPANESE, "original language, told by Sonarr")),
                List.of(
                        new TrackNote(other, TrackRole.COMMENTARY, false, "a commentary"),
                        new TrackNote(track, TrackRole.MAIN, true, "chosen")),
                List.of("a warning", ""));
        return new JobResult(
                ResultKind.CHANGED, "", "jpn is wanted", 2, JAPANESE, why, "41", 123_456, Duration.ofMillis(789));
    }

    /** A worker is done. */
    public static Settlement done() {
        return new Settlement.Finished(changed());
    }

    /** A worker gives up. */
    public static Settlement gaveUp() {
        return new Settlement.Finished(
                JobResult.failed(Remedy.FIX_FILE, "cannot read it; is it damaged?", Duration.ofMillis(5)));
    }
}
