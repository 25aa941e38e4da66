package io.arrtheaudio.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.arrtheaudio.domain.failure.AudioFixException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyFileTest {

    @TempDir
    private Path folder;

    @Test
    void a_key_is_made_once_and_nobody_else_may_read_it() throws IOException {
        Path data = folder.resolve("not/yet/there");
        String key = new ApiKeyFile(data).readOrMake();
        assertThat(key).matches("[0-9a-f]{64}");
        assertThat(new ApiKeyFile(data).readOrMake()).isEqualTo(key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("api.key"))))
                .isEqualTo("rw-------");
        assertThat(data).isDirectoryContaining(file -> file.endsWith("api.key"));
        assertThat(data).isDirectoryNotContaining(file -> !file.endsWith("api.key"));
    }

    @Test
    void no_two_are_alike() {
        assertThat(new ApiKeyFile(folder.resolve("a")).readOrMake())
                .isNotEqualTo(new ApiKeyFile(folder.resolve("b")).readOrMake());
    }

    @Test
    void looking_makes_none() {
        assertThat(new ApiKeyFile(folder).read()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void one_that_was_put_there_is_used() throws IOException {
        Files.writeString(folder.resolve("api.key"), " my-own-key-of-24-letters\n");
        assertThat(new ApiKeyFile(folder).readOrMake()).isEqualTo("my-own-key-of-24-letters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "two words that are long enough", "sechzehn-umlaute-äöü"})
    void what_cannot_be_a_key_is_refused_and_not_shown(String text) throws IOException {
        Files.writeString(folder.resolve("api.key"), text);
        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(new ApiKeyFile(folder)::readOrMake)
                .withMessageContaining("remove the file")
                .satisfies(problem -> assertThat(
                                text.isEmpty() || !problem.getMessage().contains(text))
                        .isTrue());
    }

    @Test
    void of_many_who_start_at_once_all_get_the_same() throws InterruptedException {
        Set<String> keys = ConcurrentHashMap.newKeySet();
        CountDownLatch start = new CountDownLatch(1);
        Thread[] threads = new Thread[8];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(() -> {
                try {
                    start.await();
                    keys.add(new ApiKeyFile(folder).readOrMake());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            threads[i].start();
        }
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(keys).hasSize(1);
    }
}
