package io.arrtheaudio.adapter.javalin;

import io.arrtheaudio.domain.arr.ArrEvent;
import io.arrtheaudio.domain.title.TitleHint;
import io.arrtheaudio.port.in.ArrAnswer;
import io.arrtheaudio.port.in.ArrCall;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line of the log for each call of an Arr app.
 *
 * @param call what it told
 * @param from the address it told it from
 */
record WebhookLog(ArrCall call, String from) {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookLog.class);

    /** Says what became of it. */
    void tell(ArrAnswer answer) {
        if (answer instanceof ArrAnswer.Ignored ignored) {
            LOG.debug(
                    "{} is ignored: {}",
                    event(),
                    ignored.why().isEmpty() ? "such events ask for nothing" : ignored.why());
        } else {
            LOG.info("{}: {}", event(), answer.fold(new InWords()));
        }
    }

    private String event() {
        String app = call.instance().isEmpty() ? call.event().app().label() : call.instance();
        String title = call.event()
                .fold(new ArrEvent.Cases<>(
                        imported -> shown(imported.title()),
                        renamed -> shown(renamed.title()),
                        deleted -> "",
                        folder -> "",
                        tested -> "",
                        ignored -> ""));
        return Words.shown(call.word()) + title + " of " + Words.shown(app) + " at " + from;
    }

    private static String shown(TitleHint title) {
        return title.name().isEmpty()
                ? ""
                : " of " + Words.shown(title.name() + (title.year() == 0 ? "" : " (" + title.year() + ")"));
    }

    /** What became of it. */
    private static final class InWords implements ArrAnswer.Cases<String> {

        @Override
        public String accepted(ArrAnswer.Accepted answer) {
            return files(answer.webhook().jobs().size()) + " queued as webhook "
                    + answer.webhook().id()
                    + (answer.moved() == 0 ? "" : ", jobs that go on at another path: " + answer.moved())
                    + cancelled(answer.cancelled());
        }

        @Override
        public String noted(ArrAnswer.Noted answer) {
            return "nothing to queue" + cancelled(answer.cancelled());
        }

        @Override
        public String tested(ArrAnswer.Tested answer) {
            long missing = answer.mappings().stream()
                    .filter(mapping -> !mapping.isThere())
                    .count();
            return "webhooks come through; of " + answer.mappings().size() + " path mappings " + missing
                    + " lead to no folder";
        }

        @Override
        public String ignored(ArrAnswer.Ignored answer) {
            return answer.why();
        }

        private static String files(int files) {
            return files == 1 ? "1 file is" : files + " files are";
        }

        private static String cancelled(int jobs) {
            return jobs == 0 ? "" : ", jobs cancelled because their file is gone: " + jobs;
        }
    }
}
