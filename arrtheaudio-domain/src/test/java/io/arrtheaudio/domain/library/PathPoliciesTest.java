package io.arrtheaudio.domain.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.choice.TrackPolicy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PathPoliciesTest {

    private static final TrackPolicy GLOBAL = TrackPolicy.DEFAULT;

    @Test
    void the_first_rule_that_matches_wins() {
        PathPolicies policies = new PathPolicies(
                GLOBAL, List.of(rule("/media/anime/dub/**"), rule("/media/anime/**"), rule("/media/*")));
        assertThat(ruleFor(policies, "/media/anime/dub/A/a.mkv")).isEqualTo("/media/anime/dub/**");
        assertThat(ruleFor(policies, "/media/anime/A/a.mkv")).isEqualTo("/media/anime/**");
        assertThat(ruleFor(policies, "/media/films/a.mkv")).isEqualTo("/media/*");
    }

    @Test
    void a_later_and_closer_rule_does_not_win() {
        PathPolicies policies = new PathPolicies(GLOBAL, List.of(rule("/media/*"), rule("/media/anime/**")));
        assertThat(ruleFor(policies, "/media/anime/A/a.mkv")).isEqualTo("/media/*");
    }

    @Test
    void the_global_wishes_hold_where_no_rule_matches() {
        PathPolicies policies = new PathPolicies(GLOBAL, List.of(rule("/media/anime/**")));
        assertThat(policies.policyFor(Path.of("/films/a.mkv"))).isSameAs(GLOBAL);
        assertThat(policies.policyFor(Path.of("/media/anime"))).isSameAs(GLOBAL);
        assertThat(new PathPolicies(GLOBAL, List.of()).policyFor(Path.of("/a.mkv")))
                .isSameAs(GLOBAL);
    }

    @Test
    void a_rule_sees_the_path_with_spaces_brackets_and_newlines() {
        PathPolicies policies = new PathPolicies(GLOBAL, List.of(rule("/media/My Films [[]4K]/*")));
        assertThat(ruleFor(policies, "/media/My Films [4K]/a\nb.mkv")).isEqualTo("/media/My Films [[]4K]/*");
    }

    @Test
    void rules_added_later_by_the_caller_do_not_count() {
        List<PathRule> rules = new ArrayList<>();
        PathPolicies policies = new PathPolicies(GLOBAL, rules);
        rules.add(rule("/*"));
        assertThat(policies.policyFor(Path.of("/a.mkv"))).isSameAs(GLOBAL);
    }

    private static PathRule rule(String glob) {
        return new PathRule(Glob.ofRule(glob), GLOBAL.withRule(glob));
    }

    private static String ruleFor(PathPolicies policies, String path) {
        return policies.policyFor(Path.of(path)).rule();
    }
}
