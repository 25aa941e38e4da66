package io.arrtheaudio.adapter.javalin;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.arr.ArrApp;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies of the Arr apps with bytes changed at random: they are read or refused, and nothing else. */
class OddBodiesTest {

    private static final int TIMES = 1_000;
    private static final byte[] LIKELY = "{}[]\":,0-enulltrue\\\0".getBytes(StandardCharsets.UTF_8);

    private final Json json = new Json();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sonarr-download-single",
                "sonarr-download-upgrade",
                "sonarr-import-complete-season-pack",
                "sonarr-rename",
                "radarr-download-upgrade"
            })
    void a_changed_body_is_read_or_refused(String payload) throws IOException {
        byte[] body = payload(payload);
        Random random = new Random(payload.hashCode());
        int read = 0;
        for (int i = 0; i < TIMES; i++) {
            read += isRead(changed(body, random), payload + " " + i) ? 1 : 0;
        }

        assertThat(read).isBetween(1, TIMES - 1);
    }

    private static byte[] payload(String name) throws IOException {
        try (InputStream body =
                Objects.requireNonNull(OddBodiesTest.class.getResourceAsStream("/payloads/" + name + ".json"), name)) {
            return body.readAllBytes();
        }
    }

    private static byte[] changed(byte[] body, Random random) {
        byte[] changed = body.clone();
        for (int changes = random.nextInt(3); changes >= 0; changes--) {
            changed[random.nextInt(changed.length)] =
                    random.nextBoolean() ? LIKELY[random.nextInt(LIKELY.length)] : (byte) random.nextInt();
        }
        return changed;
    }

    private boolean isRead(byte[] body, String which) {
        try {
            WebhookReader.read(ArrApp.SONARR, json.read(body));
            return true;
        } catch (Refusal | IllegalArgumentException e) {
            return false;
        } catch (RuntimeException e) {
            throw new AssertionError(which, e);
        }
    }
}
