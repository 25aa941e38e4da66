package io.arrtheaudio.service;

import io.arrtheaudio.port.in.DebugBundle;
import io.arrtheaudio.port.in.ThreadReport;
import io.arrtheaudio.port.out.TextArchives;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Asks for every text, takes the secrets out of each, whoever made it, and writes them down together.
 *
 * <p>Thread-safe.
 */
public final class DebugBundleService implements DebugBundle {

    private static final String THREADS = "threads.txt";
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'arrtheaudio_debug_'uuuuMMdd'_'HHmmss'.tar.gz'");

    private final List<BundleText> texts;
    private final Supplier<? extends Collection<String>> secrets;
    private final ThreadReport own;
    private final TextArchives archives;
    private final ZoneId zone;
    private final InstantSource clock;

    /**
     * Everything from outside is handed in.
     *
     * @param texts beside the threads
     * @param secrets that are known, asked each time; what cannot be asked must throw, and nothing is written then
     * @param own what this program does
     * @param zone of the time in the file's name
     */
    public DebugBundleService(
            List<BundleText> texts,
            Supplier<? extends Collection<String>> secrets,
            ThreadReport own,
            TextArchives archives,
            ZoneId zone,
            InstantSource clock) {
        this.texts = List.copyOf(texts);
        this.secrets = secrets;
        this.own = own;
        this.archives = archives;
        this.zone = zone;
        this.clock = clock;
    }

    @Override
    public Made make(Path place, String threads) {
        Instant now = clock.instant();
        Blots blots = new Blots(secrets.get());
        Map<String, String> clean = new LinkedHashMap<>();
        for (BundleText text : texts) {
            clean.put(text.name(), blots.on(read(text.text())));
        }
        String ours = "of this program; no daemon told of its threads\n\n";
        clean.put(THREADS, blots.on(threads.isEmpty() ? ours + read(own::threads) : threads));
        Path file = archives.write(place, NAME.format(now.atZone(zone)), now, clean);
        return new Made(file, List.copyOf(clean.keySet()));
    }

    /** What goes wrong is told to those who read it. */
    private static String read(Supplier<String> text) {
        try {
            return text.get();
        } catch (RuntimeException e) {
            return "cannot be told: " + e + "\n";
        }
    }
}
