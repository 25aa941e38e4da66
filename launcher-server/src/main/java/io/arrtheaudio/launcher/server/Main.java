package io.arrtheaudio.launcher.server;

import io.arrtheaudio.adapter.jdbi.DatabaseSettings;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.launcher.server.logging.LevelSwitch;
import io.arrtheaudio.launcher.server.logging.Logging;
import io.arrtheaudio.launcher.server.settings.LoadedSettings;
import io.arrtheaudio.launcher.server.settings.SettingsReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The daemon alone, without the commands: for whoever ships nothing else. {@code arrtheaudio daemon} is the same with more. */
public final class Main {

    private static final int WRONG_SETTINGS = 2;

    private Main() {}

    /**
     * Serves until SIGTERM or SIGINT.
     *
     * @param arguments the settings file, or nothing to look for one
     */
    public static void main(String[] arguments) {
        try {
            serve(System.getenv(), arguments.length == 0 ? Optional.empty() : Optional.of(Path.of(arguments[0])));
        } catch (AudioFixException e) {
            System.err.println("arrtheaudio: " + e.getMessage());
            System.exit(WRONG_SETTINGS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void serve(Map<String, String> environment, Optional<Path> file) throws InterruptedException {
        SettingsReader reader = new SettingsReader(environment);
        Supplier<LoadedSettings> source = () -> file.map(reader::read).orElseGet(reader::findAndRead);
        LoadedSettings loaded = source.get();
        Logging.configure(loaded.settings().logging());
        Logger log = LoggerFactory.getLogger(Main.class);
        loaded.notices().forEach(log::warn);
        CountDownLatch stop = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        try (Daemon daemon = Daemon.start(
                loaded.settings(),
                new DatabaseSettings(new DataHome(environment).folder(), false),
                new Launch(
                        Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                                .orElse("(not packaged)"),
                        () -> loaded.again(source),
                        loaded.file(),
                        new LevelSwitch(),
                        HealthTimes.DEFAULT))) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                stop.countDown();
                awaitEnd(stopped, daemon.patience().toMillis());
            }));
            daemon.keyFile().ifPresent(key -> log.info("the api key is in {}", key));
            stop.await();
        } finally {
            stopped.countDown();
        }
    }

    private static void awaitEnd(CountDownLatch stopped, long millis) {
        try {
            stopped.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
