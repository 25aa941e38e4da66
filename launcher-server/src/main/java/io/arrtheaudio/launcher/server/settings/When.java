package io.arrtheaudio.launcher.server.settings;

import io.arrtheaudio.service.Schedule;
import java.util.Optional;

/** When something is done again and again. */
record When() implements Shape<Schedule> {

    @Override
    public Optional<Schedule> read(Value value) {
        return value.text(allowed()).flatMap(text -> schedule(value, text));
    }

    private static Optional<Schedule> schedule(Value value, String text) {
        try {
            return Optional.of(Schedule.parse(text));
        } catch (IllegalArgumentException e) {
            value.problem(e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public String allowed() {
        return "such as daily 03:30, weekly sun 03:30 or every 6h";
    }
}
