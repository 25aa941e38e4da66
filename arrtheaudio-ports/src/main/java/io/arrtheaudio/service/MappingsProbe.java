package io.arrtheaudio.service;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.domain.job.Job;
import io.arrtheaudio.domain.job.JobQuery;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.domain.job.QueueFigures;
import io.arrtheaudio.domain.job.WaitReason;
import io.arrtheaudio.domain.library.PathMappings;
import io.arrtheaudio.port.out.HealthProbe;
import io.arrtheaudio.port.out.JobView;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks whether files are told of that are nowhere here. Reads a page or two at most.
 *
 * <p>Thread-safe.
 */
public final class MappingsProbe implements HealthProbe {

    private static final String MAPPINGS = "path mappings";
    /** Enough to meet a folder that is told of all the time. */
    private static final int PAGE = 200;

    private final JobView jobs;
    private final Supplier<PathMappings> mappings;
    private final InstantSource clock;

    /** @param mappings asked each time, so that they may change */
    public MappingsProbe(JobView jobs, Supplier<PathMappings> mappings, InstantSource clock) {
        this.jobs = jobs;
        this.mappings = mappings;
        this.clock = clock;
    }

    @Override
    public List<Finding> examine() {
        try {
            return List.of(mappings(jobs.figures(clock.instant())));
        } catch (AudioFixException e) {
            return List.of(Finding.warning(
                    MAPPINGS,
                    "it cannot be told whether they fit: " + e.getMessage(),
                    "look at the data folder and its disk"));
        }
    }

    private Finding mappings(QueueFigures figures) {
        PathMappings now = mappings.get();
        Set<String> folders = Stream.concat(
                        figures.count(WaitReason.UNMAPPED) == 0 ? Stream.empty() : newest(JobState.WAITING),
                        figures.count(JobState.FAILED) == 0 ? Stream.empty() : newest(JobState.FAILED))
                .filter(job -> !job.file().isMapped())
                .map(job -> now.folderNowhere(job.file().received()))
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(TreeSet::new));
        return folders.isEmpty()
                ? Finding.ok(MAPPINGS, "what was received is somewhere here")
                : Finding.problem(
                        MAPPINGS,
                        "files of " + String.join(", ", folders) + " were received, and nothing there is mapped",
                        "add a mapping to path_mappings; jobs that wait find it by themselves, those that failed must"
                                + " be tried again");
    }

    private Stream<Job> newest(JobState state) {
        return jobs.list(JobQuery.NEWEST.in(state).atMost(PAGE)).jobs().stream();
    }
}
