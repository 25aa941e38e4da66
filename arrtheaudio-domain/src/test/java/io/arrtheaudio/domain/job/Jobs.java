package io.arrtheaudio.domain.job;

import io.arrtheaudio.domain.failure.Remedy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Short words for jobs. */
final class Jobs {

    static final Instant NOON = Instant.parse("2026-02-28T12:00:00.123Z");
    static final Settlement DONE = new Settlement.Finished(result(ResultKind.ALREADY_CORRECT));
    static final Settlement GAVE_UP =
            new Settlement.Finished(JobResult.failed(Remedy.FIX_FILE, "it is damaged", Duration.ZERO));

    private Jobs() {}

    static JobFile file(String name) {
        return JobFile.at(Path.of("/library").toAbsolutePath().resolve(name));
    }

    static JobRequest request(String name) {
        return JobRequest.of(file(name), JobSource.MANUAL, JobPriority.NORMAL);
    }

    static Job queued() {
        return JobLife.accepted("7", request("a.mkv"), NOON);
    }

    static Job running() {
        return JobLife.claimed(queued(), "run 1", NOON.plusSeconds(60), NOON);
    }

    static Job waiting() {
        return JobLife.settled(running(), waitFor(WaitReason.SEEDING, NOON.plusSeconds(60)), NOON);
    }

    static Settlement waitFor(WaitReason reason, Instant nextLook) {
        return new Settlement.WaitFor(reason, nextLook, "it has two names");
    }

    static JobResult result(ResultKind kind) {
        return new JobResult(
                kind, "", "", 0, JobResult.NONE.language(), JobResult.NONE.explanation(), "", 0, Duration.ZERO);
    }
}
