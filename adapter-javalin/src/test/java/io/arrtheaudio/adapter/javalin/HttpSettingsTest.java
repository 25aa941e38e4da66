package io.arrtheaudio.adapter.javalin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrtheaudio.adapter.javalin.HttpSettings.Capacity;
import io.arrtheaudio.adapter.javalin.HttpSettings.Keys;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class HttpSettingsTest {

    private static void assertRefused(ThrowingCallable settings, String words) {
        assertThatThrownBy(settings)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    @Test
    void what_cannot_be_is_told() {
        assertRefused(() -> HttpSettings.at(" ", 1, Keys.NONE), "api.host");
        assertRefused(() -> HttpSettings.at("0.0.0.0", 65_536, Keys.NONE), "api.port was 65536");
        assertRefused(() -> HttpSettings.at("0.0.0.0", -1, Keys.NONE), "api.port was -1");
        assertRefused(
                () -> HttpSettings.at("0.0.0.0", 1, Keys.NONE).behind("proxy"), "api.trusted_proxies holds 'proxy'");
        assertRefused(() -> new Keys("", "secret"), "api.webhook_secret");
        assertRefused(() -> Rate.perMinute(0), "api.rate_limits: was 0");
        assertRefused(() -> new Capacity(5, 1), "threads was 5");
        assertRefused(() -> new Capacity(6, 0), "connections was 0");
    }

    @Test
    void no_key_is_ever_printed() {
        HttpSettings settings = HttpSettings.at("0.0.0.0", 1, new Keys("hunter2", "hunter3"));

        assertThat(settings.toString()).contains("Keys[***]").doesNotContain("hunter");
        assertThat(new CallerCheck.Shown("hunter2", "", "", "")).hasToString("Shown[***]");
    }

    @Test
    void each_part_can_be_another_one_while_the_rest_stays() {
        HttpSettings settings = HttpSettings.at("0.0.0.0", 1, Keys.NONE)
                .withOpenMetrics()
                .behind("10.0.0.0/8")
                .with(new Capacity(7, 8));

        assertThat(settings.openMetrics()).isTrue();
        assertThat(settings.trustedProxies()).containsExactly("10.0.0.0/8");
        assertThat(settings.capacity()).isEqualTo(new Capacity(7, 8));
        assertThat(settings.bounds()).isEqualTo(HttpSettings.Bounds.DEFAULT);
        assertThat(settings.rates()).isEqualTo(HttpSettings.Rates.DEFAULT);
    }

    @Test
    void an_address_of_another_machine_is_told_as_such() {
        HttpSettings elsewhere = HttpSettings.at("203.0.113.7", 0, Keys.NONE);

        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> new TestServer(elsewhere).close())
                .withMessage(
                        "could not listen at 203.0.113.7:0: that is no address of this machine; set api.host to one"
                                + " that is, or to 0.0.0.0 for all")
                .returns(Remedy.FIX_SETTINGS, AudioFixException::remedy);
    }
}
