package io.arrtheaudio.bench.profile;

import java.util.List;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;

/**
 * A kind of work that is known by the methods that are called for it.
 *
 * @param methods beginnings of {@code package.Class.method}
 */
public record Kind(String name, List<String> methods) {

    /** Known by these. */
    public static Kind of(String name, String... methods) {
        return new Kind(name, List.of(methods));
    }

    /** Whether one of them is anywhere in a stack. */
    public boolean fits(RecordedStackTrace stack) {
        return stack.getFrames().stream().anyMatch(this::fits);
    }

    boolean fits(RecordedFrame frame) {
        RecordedMethod method = frame.getMethod();
        String name = method.getType().getName() + "." + method.getName();
        return methods.stream().anyMatch(name::startsWith);
    }
}
