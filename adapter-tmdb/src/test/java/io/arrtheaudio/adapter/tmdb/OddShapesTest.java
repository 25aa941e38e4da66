package io.arrtheaudio.adapter.tmdb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arrtheaudio.domain.title.TitleHint;
import io.arrtheaudio.domain.title.TitleKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Answers whose fields are missing, new, or something else than they were: nothing breaks by them. */
class OddShapesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int ROUNDS = 2000;

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);

    @Test
    void a_page_of_any_shape_has_a_language_or_none() throws IOException {
        for (int i = 0; i < ROUNDS; i++) {
            JsonNode page = changed("tv-70523.json");

            assertThat(new TitlePage(TitleKind.SERIES, 70523, page).language(""))
                    .as("seed %d, round %d: %s", seed, i, page)
                    .satisfies(found -> assertThat(found.source()).startsWith("TMDB, series 70523"));
        }
    }

    @Test
    void results_of_any_shape_hold_the_title_or_do_not() throws IOException {
        TitleHint wanted = Samples.named(TitleKind.MOVIE, "Spirited Away", 2001);
        for (int i = 0; i < ROUNDS; i++) {
            JsonNode page = changed("search-movie.json");

            assertThat(new SearchResults(TitleKind.MOVIE, page).only(wanted))
                    .as("seed %d, round %d: %s", seed, i, page)
                    .satisfies(found -> assertThat(found.orElse(1)).isPositive());
        }
    }

    private JsonNode changed(String resource) throws IOException {
        JsonNode page = JSON.readTree(TmdbStub.resource(resource));
        for (int i = 0; i < 3; i++) {
            List<JsonNode> holders = holders(page);
            change(holders.get(random.nextInt(holders.size())));
        }
        return page;
    }

    private void change(JsonNode holder) {
        if (holder instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.isEmpty() ? "new" : names.get(random.nextInt(names.size()));
            object.set(name, anything());
        } else if (holder instanceof ArrayNode array) {
            array.insert(random.nextInt(array.size() + 1), anything());
        }
    }

    private JsonNode anything() {
        List<JsonNode> all = List.of(
                NODES.nullNode(),
                NODES.missingNode(),
                NODES.numberNode(-1),
                NODES.numberNode(1L << 40),
                NODES.numberNode(1.5),
                NODES.booleanNode(true),
                NODES.textNode(""),
                NODES.textNode("2001-"),
                NODES.textNode("\u0000\uD800"),
                NODES.arrayNode().add(NODES.arrayNode()),
                NODES.objectNode().put("id", "x"));
        return all.get(random.nextInt(all.size()));
    }

    private static List<JsonNode> holders(JsonNode node) {
        List<JsonNode> holders = new ArrayList<>();
        if (node.isContainerNode()) {
            holders.add(node);
            node.forEach(child -> holders.addAll(holders(child)));
        }
        return holders;
    }
}
