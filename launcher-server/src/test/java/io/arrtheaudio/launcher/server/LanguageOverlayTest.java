package io.arrtheaudio.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.title.KnownLanguage;
import io.arrtheaudio.kit.InMemoryLanguageCache;
import io.arrtheaudio.kit.LanguageCacheContract;
import io.arrtheaudio.port.out.LanguageCache;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LanguageOverlayTest extends LanguageCacheContract {

    private static final KnownLanguage OLD = answer("a", "jpn", 0);
    private static final KnownLanguage OTHER = answer("b", "fra", 1);
    private static final KnownLanguage NEW = answer("a", "kor", 2);

    private final InMemoryLanguageCache below = new InMemoryLanguageCache();
    private final LanguageOverlay overlay = new LanguageOverlay(() -> Optional.of(below));

    @Override
    protected LanguageCache open() {
        return overlay;
    }

    @Test
    void what_lies_below_is_seen_also_if_it_comes_later() {
        below.put(OLD);
        assertThat(overlay.find("a")).contains(OLD);

        below.put(OTHER);
        assertThat(overlay.all()).containsExactly(OTHER, OLD);
    }

    @Test
    void an_answer_hides_the_one_below_and_does_not_reach_it() {
        below.put(OLD);
        below.put(OTHER);

        overlay.put(NEW);

        assertThat(overlay.find("a")).contains(NEW);
        assertThat(overlay.all()).containsExactly(NEW, OTHER);
        assertThat(below.all()).containsExactly(OTHER, OLD);
    }

    @Test
    void what_is_forgotten_stays_below_and_is_not_seen_until_it_is_answered_again() {
        below.put(OLD);
        below.put(OTHER);

        assertThat(overlay.forget(List.of("a", "a", "nobody"))).isEqualTo(1);

        assertThat(overlay.find("a")).isEmpty();
        assertThat(overlay.all()).containsExactly(OTHER);
        assertThat(below.all()).hasSize(2);
        overlay.put(NEW);
        assertThat(overlay.all()).containsExactly(NEW, OTHER);
    }

    @Test
    void everything_is_forgotten_above_and_nothing_below() {
        below.put(OLD);
        below.put(OTHER);
        overlay.put(NEW);

        assertThat(overlay.forget(List.of())).isEqualTo(2);

        assertThat(overlay.all()).isEmpty();
        assertThat(overlay.find("b")).isEmpty();
        assertThat(overlay.forget(List.of())).isZero();
        assertThat(below.all()).hasSize(2);
        overlay.put(NEW);
        assertThat(overlay.all()).containsExactly(NEW);
    }

    @Test
    void where_nothing_lies_below_it_is_a_cache_of_its_own() {
        LanguageOverlay alone = new LanguageOverlay(Optional::empty);
        assertThat(alone.find("a")).isEmpty();

        alone.put(OLD);

        assertThat(alone.all()).containsExactly(OLD);
        assertThat(alone.forget(List.of("a"))).isEqualTo(1);
    }

    private static KnownLanguage answer(String title, String code, int second) {
        return new KnownLanguage(
                title, new OriginalLanguage(new Language(code, "", ""), "TMDB"), Instant.ofEpochSecond(second));
    }
}
