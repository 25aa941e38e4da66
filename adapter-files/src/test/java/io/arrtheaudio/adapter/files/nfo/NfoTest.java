package io.arrtheaudio.adapter.files.nfo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.arrtheaudio.domain.title.TitleHint;
import io.arrtheaudio.domain.title.TitleIds;
import io.arrtheaudio.domain.title.TitleKind;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NfoTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<movie><uniqueid type='tmdb'>603</uniqueid></movie>|603|0|''",
                "<movie><uniqueid type='TMDB' default='true'> 603 </uniqueid></movie>|603|0|''",
                "<movie><uniqueid type='imdb'>tt0133093</uniqueid><tmdbid>603</tmdbid></movie>|603|0|tt0133093",
                "<movie><id>tt0133093</id></movie>|0|0|tt0133093",
                "<movie><id>603</id></movie>|0|0|''",
                "<movie><id IMDB='tt0133093' TMDB='603'>tt0133093</id></movie>|603|0|tt0133093",
                "<movie><imdbid>tt0133093</imdbid></movie>|0|0|tt0133093",
                "<movie><imdb_id>tt0133093</imdb_id></movie>|0|0|tt0133093",
                "<movie><tvdbid>5</tvdbid></movie>|0|0|''",
                "<movie><uniqueid type='tmdbSet'>2344</uniqueid><tmdbcolid>2344</tmdbcolid></movie>|0|0|''",
                "<movie><actor><tmdbid>6384</tmdbid></actor></movie>|0|0|''",
                "<movie><set><uniqueid type='tmdb'>2344</uniqueid></set></movie>|0|0|''",
                "<movie><tmdbid><![CDATA[603]]></tmdbid></movie>|603|0|''",
                "<movie><tmdbid><b>1</b>603</tmdbid></movie>|603|0|''",
                "<MOVIE><TMDBID>603</TMDBID></MOVIE>|603|0|''",
                "<movie></movie> https://www.themoviedb.org/movie/603|603|0|''",
                "<movie></movie> https://www.themoviedb.org/tv/603|0|0|''",
                "<movie><tmdbid>603</tmdbid><broken|603|0|''",
                "<movie><tmdbid>99999999999</tmdbid></movie>|0|0|''",
                "<movie><tmdbid>-603</tmdbid></movie>|0|0|''",
                "<tvshow><id>81189</id></tvshow>|0|81189|''",
                "<tvshow><tvdbid>81189</tvdbid><tmdbid>1396</tmdbid></tvshow>|1396|81189|''",
                "<tvshow><uniqueid type='tvdb'>81189</uniqueid></tvshow>|0|81189|''",
                "<episodedetails><uniqueid type='tvdb'>349232</uniqueid></episodedetails>|0|0|''",
                "<artist><tmdbid>603</tmdbid></artist>|0|0|''"
            })
    void ids_are_read_from_every_form(String xml, int tmdb, int tvdb, String imdb) {
        assertThat(read(xml).ids()).isEqualTo(new TitleIds(tmdb, tvdb, imdb));
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.themoviedb.org/movie/603-the-matrix, MOVIE, 603, 0, ''",
        "see http://www.themoviedb.org/tv/1396 for more, SERIES, 1396, 0, ''",
        "https://www.imdb.com/title/tt0133093/, UNKNOWN, 0, 0, tt0133093",
        "https://www.imdb.com/de/title/tt0133093/, UNKNOWN, 0, 0, tt0133093",
        "https://thetvdb.com/?tab=series&id=81189, SERIES, 0, 81189, ''",
        "https://www.thetvdb.com/index.php?tab=series&id=81189&lid=7, SERIES, 0, 81189, ''",
        "https://thetvdb.com/series/24, SERIES, 0, 24, ''",
        "https://thetvdb.com/series/24-hours, UNKNOWN, 0, 0, ''",
        "nothing at all, UNKNOWN, 0, 0, ''"
    })
    void addresses_in_plain_text_are_read(String text, TitleKind kind, int tmdb, int tvdb, String imdb) {
        TitleHint hint = read(text);

        assertThat(hint.kind()).isEqualTo(kind);
        assertThat(hint.ids()).isEqualTo(new TitleIds(tmdb, tvdb, imdb));
    }

    @Test
    void name_and_year_are_read_and_the_original_title_wins() {
        String xml =
                "<movie><title>Downfall</title><originaltitle>Der Untergang</originaltitle><year>2004</year></movie>";

        assertThat(read(xml)).isEqualTo(new TitleHint(TitleKind.MOVIE, "Der Untergang", 2004, TitleIds.NONE));
        assertThat(read("<tvshow><title>Dark</title><premiered>2017-12-01</premiered></tvshow>"))
                .isEqualTo(new TitleHint(TitleKind.SERIES, "Dark", 2017, TitleIds.NONE));
        assertThat(read("<movie><title>A</title><year>0</year></movie>").year()).isZero();
        assertThat(read("<movie><title>A</title><year>1801</year></movie>").year())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "ISO-8859-1", "windows-1252"})
    void the_encoding_is_the_declared_one(String encoding) {
        String xml = "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?><movie><title>Amélie</title></movie>";
        byte[] bytes = xml.getBytes(Charset.forName(encoding));

        assertThat(Nfo.of(bytes).hint().name()).isEqualTo("Amélie");
    }

    @Test
    void a_byte_order_mark_and_blank_lines_before_the_xml_do_no_harm() {
        String xml = "<?xml version=\"1.0\"?><movie><tmdbid>603</tmdbid></movie>";

        assertThat(read("\uFEFF" + xml).ids().tmdb()).isEqualTo(603);
        assertThat(read("\r\n  " + xml).ids().tmdb()).isEqualTo(603);
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void a_billion_laughs_are_none() {
        StringBuilder xml = new StringBuilder("<!DOCTYPE movie [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 40; i++) {
            xml.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        xml.append("]><movie><title>&a39;</title><tmdbid>603</tmdbid></movie>");

        assertThat(read(xml.toString()).name()).isEmpty();
    }

    @Test
    void no_other_file_is_read_into_a_note(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "tt7654321");
        String xml = "<!DOCTYPE movie [<!ENTITY s SYSTEM \"" + secret.toUri() + "\">]>"
                + "<movie><imdbid>&s;</imdbid><title>&s;</title></movie>";

        assertThat(read(xml))
                .matches(hint -> hint.ids().isEmpty() && hint.name().isEmpty());
    }

    @Test
    void nobody_is_asked_over_the_network() throws Exception {
        try (ServerSocket server = new ServerSocket(0)) {
            server.setSoTimeout(200);
            String address = "http://localhost:" + server.getLocalPort() + "/x.dtd";
            CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> {
                read("<!DOCTYPE movie SYSTEM \"" + address + "\"><movie><tmdbid>603</tmdbid></movie>");
                read("<!DOCTYPE movie [<!ENTITY % p SYSTEM \"" + address + "\"> %p;]><movie>&x;</movie>");
            });

            reading.get(10, TimeUnit.SECONDS); // who asks waits here for an answer that never comes
            assertThatCode(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void a_huge_file_is_read_as_far_as_its_bound(@TempDir Path folder) throws IOException {
        String filler = "<plot>" + "x".repeat(Nfo.LARGEST_BYTES) + "</plot>";
        Path early =
                Files.writeString(folder.resolve("early.nfo"), "<movie><tmdbid>603</tmdbid>" + filler + "</movie>");
        Path late = Files.writeString(folder.resolve("late.nfo"), "<movie>" + filler + "<tmdbid>603</tmdbid></movie>");

        assertThat(Nfo.read(early).hint().ids().tmdb()).isEqualTo(603);
        assertThat(Nfo.read(late).hint().ids().tmdb()).isZero();
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void depth_and_numbers_of_elements_do_no_harm() {
        assertThat(read("<movie><tmdbid>603</tmdbid>" + "<a>".repeat(80_000))
                        .ids()
                        .tmdb())
                .isEqualTo(603);
        assertThat(read("<movie " + "a='1' ".repeat(30_000) + "/>").ids()).isEqualTo(TitleIds.NONE);
        assertThat(read("thetvdb.com/".repeat(20_000)).isKnown()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void any_damage_is_survived(long seed) {
        Random random = new Random(seed);
        byte[] good = ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><tvshow><title>Dark</title><year>2017</year>"
                        + "<uniqueid type=\"tmdb\">70523</uniqueid><id>334824</id></tvshow>")
                .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 300; i++) {
            byte[] bad = good.clone();
            for (int hits = 1 + random.nextInt(4); hits > 0; hits--) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            assertThatCode(() -> Nfo.of(bad))
                    .as("%s", new String(bad, StandardCharsets.ISO_8859_1))
                    .doesNotThrowAnyException();
        }
    }

    private static TitleHint read(String text) {
        return Nfo.of(text.getBytes(StandardCharsets.UTF_8)).hint();
    }
}
