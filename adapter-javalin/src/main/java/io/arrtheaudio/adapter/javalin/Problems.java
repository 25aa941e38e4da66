package io.arrtheaudio.adapter.javalin;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import org.eclipse.jetty.http.HttpStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers with a problem document when something was thrown. Who asks is told what to mend; what only we can mend is logged,
 * and its words stay here.
 */
final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final long TRY_AGAIN_SECONDS = 30;

    private final Json json;

    Problems(Json json) {
        this.json = json;
    }

    /**
     * Answers.
     *
     * @param what was asked for, as it is documented: no key stands in it
     */
    void answer(Context context, String what, Throwable thrown) {
        Refusal refusal = refusal(what, thrown);
        refusal.headers().forEach(context::header);
        json.answer(
                context,
                refusal.status(),
                Problem.of(refusal.status(), HttpStatus.getMessage(refusal.status()), refusal.getMessage()));
        context.contentType(Problem.CONTENT_TYPE);
    }

    /** Says what an answer failed of that nobody can answer any more. */
    void logged(Throwable thrown) {
        LOG.error("an answer failed", thrown);
    }

    private static Refusal refusal(String what, Throwable thrown) {
        if (thrown instanceof Refusal refusal) {
            return refusal;
        }
        if (thrown instanceof AudioFixException failure && failure.remedy() != Remedy.REPORT_BUG) {
            return told(what, failure);
        }
        if (thrown instanceof HttpResponseException response) {
            return new Refusal(response.getStatus(), response.getMessage());
        }
        LOG.error("{} failed", what, thrown);
        return new Refusal(500, "something went wrong here; the log says what");
    }

    private static Refusal told(String what, AudioFixException failure) {
        return switch (failure.remedy()) {
            case RETRY_LATER -> {
                LOG.warn("{} is to be tried again: {}", what, failure.getMessage());
                yield Refusal.later(503, failure.getMessage(), TRY_AGAIN_SECONDS);
            }
            case FIX_SETTINGS -> new Refusal(409, failure.getMessage());
            case FIX_FILE -> new Refusal(422, failure.getMessage());
            case REPORT_BUG -> throw new IllegalArgumentException("nobody is told about " + failure.remedy());
        };
    }
}
