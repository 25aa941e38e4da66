package io.arrtheaudio.service;

import io.arrtheaudio.domain.job.BatchRequest;
import java.util.Objects;

/**
 * A batch that the program starts by itself.
 *
 * @param request which files; made a scheduled one
 * @param schedule when
 */
public record ScheduledScan(BatchRequest request, Schedule schedule) {

    /** Puts it behind everything that others want. */
    public ScheduledScan {
        request = request.scheduled();
        Objects.requireNonNull(schedule, "schedule");
    }
}
