package io.arrtheaudio.adapter.micrometer;

import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.domain.job.QueueFigures;
import io.arrtheaudio.domain.job.WaitReason;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;

/** How many jobs there are, by what is kept of them. */
final class QueueGauges {

    private final MeterRegistry registry;
    private final Lookup<QueueFigures> figures;

    QueueGauges(MeterRegistry registry, Lookup<QueueFigures> figures) {
        this.registry = registry;
        this.figures = figures;
        gauge("arrtheaudio.jobs.active", "Jobs that are worked on", now -> now.count(JobState.RUNNING))
                .register(registry);
        gauge("arrtheaudio.queue.size", "Jobs that are queued", now -> now.count(JobState.QUEUED))
                .register(registry);
        gauge(
                        "arrtheaudio.queue.oldest.age",
                        "How long ago the first of the queued jobs was accepted",
                        now -> now.oldest().toMillis() / 1000.0)
                .baseUnit("seconds")
                .register(registry);
        for (WaitReason reason : WaitReason.values()) {
            if (reason != WaitReason.NONE) {
                waiting(reason);
            }
        }
    }

    private void waiting(WaitReason reason) {
        gauge("arrtheaudio.jobs.waiting", "Jobs that wait for something, by what for", now -> now.count(reason))
                .tag("reason", reason.word())
                .register(registry);
    }

    private Gauge.Builder<Lookup<QueueFigures>> gauge(String name, String help, ToDoubleFunction<QueueFigures> of) {
        return Gauge.builder(name, figures, now -> now.figure(of))
                .description(help)
                .strongReference(true);
    }

    void refresh() {
        figures.want();
    }
}
