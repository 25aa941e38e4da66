package io.arrtheaudio.service;

import io.arrtheaudio.domain.arr.ArrEvent;
import io.arrtheaudio.domain.arr.ArrFile;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.job.JobFile;
import io.arrtheaudio.domain.job.JobPriority;
import io.arrtheaudio.domain.job.JobRequest;
import io.arrtheaudio.domain.job.Webhook;
import io.arrtheaudio.domain.job.WebhookCall;
import io.arrtheaudio.domain.library.PathMapping;
import io.arrtheaudio.domain.library.PathMappings;
import io.arrtheaudio.domain.media.Container;
import io.arrtheaudio.domain.title.ToldTitle;
import io.arrtheaudio.port.in.ArrAnswer;
import io.arrtheaudio.port.in.ArrCall;
import io.arrtheaudio.port.in.ArrDesk;
import io.arrtheaudio.port.in.JobDesk;
import io.arrtheaudio.port.out.MediaFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes jobs of what Arr apps tell. First what is pending moves or is ended, then all that is to be done is accepted in one
 * step; an app that is told of a failure never calls again, so what comes first must do no harm alone, and does none: it is
 * about paths at which there is nothing any more.
 *
 * <p>A call never waits for a disk. Where several places of a file mean different files here, which only old versions of the
 * apps bring about, the disk is asked which is there, but not for long: by then it is the first, which is the one that holds
 * for every version. Whether a file is there at all is the worker's business.
 *
 * <p>Thread-safe.
 */
public final class ArrService implements ArrDesk, AutoCloseable {

    private static final Duration FOR_A_FILE = Duration.ofMillis(10);
    private static final Duration FOR_A_TEST = Duration.ofSeconds(1);
    private static final int MOST_LOOKS_AT_ONCE = 8;

    private final JobDesk desk;
    private final Supplier<PathMappings> mappings;
    private final Supplier<List<Path>> libraries;
    private final MediaFiles files;
    private final InstantSource clock;
    private final Duration forAFile;
    private final Glance glance = new Glance(MOST_LOOKS_AT_ONCE);

    /**
     * Everything from outside is handed in.
     *
     * @param mappings asked at each call, so that they can change while the program runs
     * @param libraries so are these
     */
    public ArrService(
            JobDesk desk,
            Supplier<PathMappings> mappings,
            Supplier<List<Path>> libraries,
            MediaFiles files,
            InstantSource clock) {
        this(desk, mappings, libraries, files, clock, FOR_A_FILE);
    }

    ArrService(
            JobDesk desk,
            Supplier<PathMappings> mappings,
            Supplier<List<Path>> libraries,
            MediaFiles files,
            InstantSource clock,
            Duration forAFile) {
        this.desk = desk;
        this.mappings = mappings;
        this.libraries = libraries;
        this.files = files;
        this.clock = clock;
        this.forAFile = forAFile;
    }

    @Override
    public ArrAnswer tell(ArrCall call) {
        Told told = new Told(call, mappings.get(), clock.instant());
        return call.event()
                .fold(new ArrEvent.Cases<ArrAnswer>(
                        told::imported,
                        told::renamed,
                        told::deleted,
                        told::folderDeleted,
                        told::tested,
                        told::ignored));
    }

    /** Ends the threads that look at disks. */
    @Override
    public void close() {
        glance.close();
    }

    private boolean isFile(Path path) {
        try {
            return files.stat(path).isRegular();
        } catch (AudioFixException e) {
            return false;
        }
    }

    private boolean isFolder(Path path) {
        try {
            return !files.stat(path).isRegular();
        } catch (AudioFixException e) {
            return false;
        }
    }

    /** One call, and where its paths are at this moment. */
    private final class Told {

        private final ArrCall call;
        private final PathMappings paths;
        private final Instant now;

        Told(ArrCall call, PathMappings paths, Instant now) {
            this.call = call;
            this.paths = paths;
            this.now = now;
        }

        ArrAnswer imported(ArrEvent.Imported event) {
            List<ArrFile> media = event.files().stream().filter(this::isMedia).toList();
            if (media.isEmpty()) {
                return noMedia(event.files());
            }
            List<JobFile> found = chosen(media);
            Set<String> keys = found.stream().map(JobFile::key).collect(Collectors.toSet());
            int cancelled = event.replaced().stream()
                    .flatMap(file -> places(file.paths()).stream())
                    .filter(place -> !keys.contains(place.key()))
                    .mapToInt(place -> desk.gone(place, label() + " replaced the file by a better one"))
                    .sum();
            return accepted(
                    requests(found).map(request -> request.about(event.title(), event.original())),
                    word().of(event.title(), event.folder(), event.original(), now),
                    0,
                    cancelled);
        }

        ArrAnswer renamed(ArrEvent.Renamed event) {
            List<ArrEvent.Move> media =
                    event.moves().stream().filter(move -> isMedia(move.to())).toList();
            if (media.isEmpty()) {
                return noMedia(event.moves().stream().map(ArrEvent.Move::to).toList());
            }
            List<JobFile> found = chosen(media.stream().map(ArrEvent.Move::to).toList());
            int moved = 0;
            for (int i = 0; i < media.size(); i++) {
                JobFile to = found.get(i);
                moved += places(media.get(i).from()).stream()
                        .mapToInt(from -> desk.moved(from, to))
                        .sum();
            }
            return accepted(
                    requests(found).map(request -> request.about(event.title(), event.original())),
                    word().of(event.title(), event.folder(), event.original(), now),
                    moved,
                    0);
        }

        ArrAnswer deleted(ArrEvent.Deleted event) {
            return new ArrAnswer.Noted(event.files().stream()
                    .flatMap(file -> places(file.paths()).stream())
                    .mapToInt(place -> desk.gone(place, label() + " told that the file was deleted"))
                    .sum());
        }

        /** Files that stay are worth their work, whether or not the app still knows of them. */
        ArrAnswer folderDeleted(ArrEvent.FolderDeleted event) {
            return event.isWithFiles()
                    ? new ArrAnswer.Noted(desk.gone(
                            place(event.folder()), label() + " told that the title was deleted with its files"))
                    : new ArrAnswer.Ignored(call.word(), "the files stay where they are");
        }

        ArrAnswer tested(ArrEvent.Tested event) {
            return new ArrAnswer.Tested(
                    paths.mappings().stream().map(this::mapped).toList());
        }

        ArrAnswer ignored(ArrEvent.Ignored event) {
            return new ArrAnswer.Ignored(call.word(), event.why());
        }

        private ArrAnswer.Mapped mapped(PathMapping mapping) {
            boolean isThere = glance.see(() -> isFolder(mapping.local()), FOR_A_TEST, false);
            return new ArrAnswer.Mapped(mapping.remote(), mapping.local(), isThere);
        }

        private ArrAnswer accepted(Stream<JobRequest> requests, ToldTitle told, int moved, int cancelled) {
            WebhookCall received = new WebhookCall(call.source(), call.instance(), call.word(), now);
            Webhook webhook = desk.receive(received, requests.toList(), told);
            return new ArrAnswer.Accepted(webhook, moved, cancelled);
        }

        private ArrWord word() {
            return new ArrWord(paths, libraries.get());
        }

        private Stream<JobRequest> requests(List<JobFile> found) {
            return found.stream()
                    .map(file ->
                            JobRequest.of(file, call.source(), JobPriority.HIGH).correlated(call.correlation()));
        }

        private ArrAnswer noMedia(List<ArrFile> told) {
            String more = told.size() == 1 ? "" : " and " + (told.size() - 1) + " more";
            return new ArrAnswer.Ignored(
                    call.word(),
                    "not named like Matroska or MP4: " + told.get(0).paths().get(0) + more);
        }

        private boolean isMedia(ArrFile file) {
            return file.paths().stream()
                    .anyMatch(path -> Container.promisedBy(path).isPresent());
        }

        /** Which place of each file is meant. */
        private List<JobFile> chosen(List<ArrFile> told) {
            List<List<JobFile>> places =
                    told.stream().map(file -> likely(places(file.paths()))).toList();
            List<JobFile> first = places.stream().map(place -> place.get(0)).toList();
            return places.stream().allMatch(place -> place.size() == 1)
                    ? first
                    : glance.see(() -> there(places), forAFile, first);
        }

        private List<JobFile> there(List<List<JobFile>> places) {
            return places.stream()
                    .map(place -> place.size() == 1
                            ? place.get(0)
                            : place.stream()
                                    .filter(file -> isFile(file.path()))
                                    .findFirst()
                                    .orElse(place.get(0)))
                    .toList();
        }

        /** The places that map, if there are any. */
        private List<JobFile> likely(List<JobFile> places) {
            List<JobFile> mapped = places.stream().filter(JobFile::isMapped).toList();
            return mapped.isEmpty() ? places.subList(0, 1) : mapped;
        }

        /** Places that mean the same file here are one. */
        private List<JobFile> places(Collection<String> received) {
            return List.copyOf(received.stream()
                    .map(this::place)
                    .collect(Collectors.toMap(JobFile::key, file -> file, (one, same) -> one, LinkedHashMap::new))
                    .values());
        }

        private JobFile place(String received) {
            return JobFile.of(paths.map(received));
        }

        private String label() {
            return call.event().app().label();
        }
    }
}
