package io.arrtheaudio.adapter.tmdb;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.failure.AudioFixException;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Over TLS, as TMDB itself is asked. */
class Http2Test {

    private static final WireMockServer SERVER =
            new WireMockServer(options().dynamicHttpsPort().httpDisabled(true));

    private SSLContext usual;

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @BeforeEach
    void trustTheServer() throws GeneralSecurityException {
        usual = SSLContext.getDefault();
        SSLContext trusting = SSLContext.getInstance("TLS");
        trusting.init(null, new TrustManager[] {new Trusting()}, null);
        SSLContext.setDefault(trusting);
        SERVER.resetAll();
        SERVER.stubFor(get(urlMatching("/3/movie/129.*")).willReturn(okJson(TmdbStub.resource("movie-129.json"))));
    }

    @AfterEach
    void trustAsUsual() {
        SSLContext.setDefault(usual);
    }

    @Test
    void titles_are_asked_for_over_http_2() {
        List<OriginalLanguage> found;
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (TmdbOriginalLanguages languages = new TmdbOriginalLanguages(Samples.quick(url()))) {
            found = IntStream.range(0, 60)
                    .parallel()
                    .mapToObj(i -> languages.of(Samples.SPIRITED_AWAY))
                    .toList();
        }

        assertThat(found).hasSize(60).allMatch(OriginalLanguage::isKnown);
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> !before.contains(thread))
                .noneMatch(thread -> thread.getName().matches("tmdb-.*|HttpClient-.*"));
        assertThat(SERVER.getAllServeEvents())
                .hasSize(60)
                .extracting(ServeEvent::getRequest)
                .extracting(request -> request.getProtocol())
                .containsOnly("HTTP/2.0");
    }

    @Test
    void a_slow_body_is_cut_off_and_the_connection_serves_on() {
        SERVER.stubFor(get(urlMatching("/3/movie/7.*"))
                .willReturn(aResponse()
                        .withBody(TmdbStub.resource("movie-129.json"))
                        .withChunkedDribbleDelay(50, 20_000)));
        TmdbSettings settings = Samples.once(Samples.answeredWithin(Samples.quick(url()), Duration.ofMillis(1500)));
        try (TmdbOriginalLanguages languages = new TmdbOriginalLanguages(settings)) {
            assertThatThrownBy(() -> languages.of(Samples.movie(7)))
                    .isInstanceOf(AudioFixException.class)
                    .hasMessageContaining("no whole answer within 1500 ms");

            assertThat(languages.of(Samples.SPIRITED_AWAY).isKnown()).isTrue();
        }
    }

    @Test
    void a_certificate_of_nobody_is_not_trusted() {
        SSLContext.setDefault(usual);
        try (TmdbOriginalLanguages languages = new TmdbOriginalLanguages(Samples.quick(url()))) {
            assertThatThrownBy(() -> languages.of(Samples.SPIRITED_AWAY))
                    .isInstanceOf(AudioFixException.class)
                    .hasMessageContaining("SSLHandshakeException")
                    .hasMessageNotContaining(Samples.KEY);
        }
        assertThat(SERVER.getAllServeEvents()).isEmpty();
    }

    private static URI url() {
        return URI.create("https://localhost:" + SERVER.httpsPort() + "/3");
    }

    /** The server's certificate is its own, and of no name; the extended kind is asked instead of comparing names. */
    private static final class Trusting extends X509ExtendedTrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {
            // there are none
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {
            // whoever it is
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
            // there are none
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
            // whoever it is
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {
            // there are none
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {
            // whoever it is
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
