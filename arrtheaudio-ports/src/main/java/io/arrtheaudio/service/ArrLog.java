package io.arrtheaudio.service;

import io.arrtheaudio.port.in.ArrAnswer;
import io.arrtheaudio.port.in.ArrCall;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line of the log for each call of an Arr app. */
record ArrLog(ArrCall call) implements ArrAnswer.Cases<ArrAnswer> {

    private static final Logger LOG = LoggerFactory.getLogger(ArrLog.class);

    @Override
    public ArrAnswer accepted(ArrAnswer.Accepted answer) {
        LOG.info(
                "{}: webhook {} asks for {} files; {} jobs go on at another path, {} are cancelled",
                event(),
                answer.webhook().id(),
                answer.webhook().jobs().size(),
                answer.moved(),
                answer.cancelled());
        return answer;
    }

    @Override
    public ArrAnswer noted(ArrAnswer.Noted answer) {
        LOG.info("{}: {} jobs are cancelled, for their files are gone", event(), answer.cancelled());
        return answer;
    }

    @Override
    public ArrAnswer tested(ArrAnswer.Tested answer) {
        LOG.info(
                "{}: answered with {} path mappings", event(), answer.mappings().size());
        return answer;
    }

    @Override
    public ArrAnswer ignored(ArrAnswer.Ignored answer) {
        LOG.debug("{}: ignored; {}", event(), answer.why());
        return answer;
    }

    private String event() {
        String instance = call.instance().isEmpty() ? call.event().app().label() : call.instance();
        return "event " + call.word() + " of " + instance;
    }
}
