package io.arrtheaudio.adapter.javalin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.arrtheaudio.domain.job.JobResult;
import io.arrtheaudio.domain.job.ResultKind;

/**
 * What a job came to.
 *
 * @param selectedTrackIndex counted from 0; negative if none was chosen
 * @param explanation {@link ExplanationView#NONE} in lists
 */
record ResultView(
        @About(value = "how it ended", oneOf = ResultKind.class)
        String status,

        @About("why the file was left alone, or who can mend the failure")
        String reason,

        @About("which audio track is or would be the default, counted from 0; left out if none was chosen")
        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = LeftOut.Negative.class)
        int selectedTrackIndex,

        @About("the language of that track") String selectedTrackLanguage,
        @About("whether the file was changed") boolean changed,
        @About("one sentence for people") String message,

        @About("the journal's entry that takes the change back")
        String entry,

        @About("how many bytes were copied, or would be at most")
        long bytesCopied,

        @About("how long the last try took") long durationMs,

        @About("what was thought of each track; left out of lists")
        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = LeftOut.NoExplanation.class)
        ExplanationView explanation) {

    /** Of a job that has not ended. */
    static final ResultView NONE = brief(JobResult.NONE);

    /** With everything. */
    static ResultView whole(JobResult result) {
        return of(result, ExplanationView.of(result.explanation()));
    }

    /** For lists. */
    static ResultView brief(JobResult result) {
        return of(result, ExplanationView.NONE);
    }

    private static ResultView of(JobResult result, ExplanationView explanation) {
        boolean isChosen = result.track() > 0;
        return new ResultView(
                result.kind().word(),
                result.reason(),
                result.track() - 1,
                isChosen ? result.language().toString() : "",
                result.kind() == ResultKind.CHANGED,
                result.message(),
                result.entry(),
                result.copiedBytes(),
                result.took().toMillis(),
                explanation);
    }
}
