package io.arrtheaudio.adapter.javalin;

import io.arrtheaudio.domain.arr.ArrEvent;
import io.arrtheaudio.port.in.ArrAnswer;
import io.arrtheaudio.port.in.ArrCall;
import io.arrtheaudio.port.in.ArrDesk;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Remembers in memory what Arr apps tell. What is not to be ignored is noted, until it is told what to answer. */
final class KeptCalls implements ArrDesk {

    private final List<ArrCall> calls = new CopyOnWriteArrayList<>();
    private volatile Function<ArrCall, ArrAnswer> answers;

    KeptCalls() {
        forget();
    }

    /** As if nothing had been told. */
    void forget() {
        calls.clear();
        answers = call -> new ArrAnswer.Noted(0);
    }

    void answers(Function<ArrCall, ArrAnswer> what) {
        answers = what;
    }

    @Override
    public ArrAnswer tell(ArrCall call) {
        calls.add(call);
        return call.event() instanceof ArrEvent.Ignored ignored
                ? new ArrAnswer.Ignored(ignored.event(), ignored.why())
                : answers.apply(call);
    }

    List<ArrCall> all() {
        return List.copyOf(calls);
    }

    ArrCall only() {
        if (calls.size() != 1) {
            throw new AssertionError("not one call, but " + calls);
        }
        return calls.get(0);
    }
}
