package io.arrtheaudio.adapter.jdbi;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arrtheaudio.domain.choice.Explanation;
import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.choice.OriginalLanguage.Confidence;
import io.arrtheaudio.domain.choice.TrackNote;
import io.arrtheaudio.domain.choice.WantedLanguage;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.TrackFlag;
import io.arrtheaudio.domain.media.TrackRole;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An explanation as JSON, which later versions read too: what they add is passed over here, and what is missing is as if
 * nobody had known it. One that cannot be read at all is none, for it is there to be looked at only.
 */
final class ExplanationText {

    private static final Logger LOG = LoggerFactory.getLogger(ExplanationText.class);
    private static final JsonMapper JSON = new JsonMapper();

    private ExplanationText() {}

    /** Empty for an explanation that says nothing. */
    static String of(Explanation explanation) {
        if (explanation.equals(Explanation.NONE)) {
            return "";
        }
        ObjectNode text = JSON.createObjectNode().put("summary", explanation.summary());
        if (!explanation.original().equals(OriginalLanguage.UNKNOWN)) {
            text.putObject("original")
                    .put("language", explanation.original().language().toString())
                    .put("source", explanation.original().source())
                    .put("confidence", word(explanation.original().confidence()));
        }
        ArrayNode wanted = text.putArray("wanted");
        explanation
                .wanted()
                .forEach(want -> wanted.addObject()
                        .put("language", want.language().toString())
                        .put("because", want.because()));
        ArrayNode tracks = text.putArray("tracks");
        explanation.tracks().forEach(note -> write(note, tracks.addObject()));
        ArrayNode warnings = text.putArray("warnings");
        explanation.warnings().forEach(warnings::add);
        return text.toString();
    }

    private static void write(TrackNote note, ObjectNode text) {
        AudioTrack track = note.track();
        text.put("position", track.position())
                .put("language", track.language().toString())
                .put("title", track.title())
                .put("codec", track.codec())
                .put("channels", track.channels());
        ArrayNode flags = text.putArray("flags");
        track.flags().stream().sorted().forEach(flag -> flags.add(word(flag)));
        text.put("role", word(note.role())).put("chosen", note.chosen()).put("because", note.because());
    }

    /** What it says; {@link Explanation#NONE} if it says nothing that can be read. */
    static Explanation read(String text) {
        if (text.isEmpty()) {
            return Explanation.NONE;
        }
        try {
            return explanation(JSON.readTree(text));
        } catch (JacksonException | IllegalArgumentException e) {
            LOG.debug("an explanation cannot be read and counts as none", e);
            return Explanation.NONE;
        }
    }

    private static Explanation explanation(JsonNode text) {
        return new Explanation(
                text.path("summary").asText(),
                original(text.path("original")),
                list(
                        text.path("wanted"),
                        want -> new WantedLanguage(
                                language(want), want.path("because").asText())),
                list(text.path("tracks"), ExplanationText::note),
                list(text.path("warnings"), JsonNode::asText));
    }

    private static OriginalLanguage original(JsonNode text) {
        boolean isSure = !text.path("confidence").asText().equals(word(Confidence.LOW));
        return text.isMissingNode()
                ? OriginalLanguage.UNKNOWN
                : new OriginalLanguage(
                        language(text), text.path("source").asText(), isSure ? Confidence.HIGH : Confidence.LOW);
    }

    private static TrackNote note(JsonNode text) {
        AudioTrack track = new AudioTrack(
                text.path("position").asInt(),
                language(text),
                text.path("title").asText(),
                text.path("codec").asText(),
                text.path("channels").asInt(),
                flags(text.path("flags")));
        return new TrackNote(
                track,
                Stream.of(TrackRole.values())
                        .filter(role -> word(role).equals(text.path("role").asText()))
                        .findFirst()
                        .orElse(TrackRole.MAIN),
                text.path("chosen").asBoolean(),
                text.path("because").asText());
    }

    private static Set<TrackFlag> flags(JsonNode words) {
        Set<TrackFlag> flags = EnumSet.noneOf(TrackFlag.class);
        List<String> told = list(words, JsonNode::asText);
        Stream.of(TrackFlag.values()).filter(flag -> told.contains(word(flag))).forEach(flags::add);
        return flags;
    }

    private static Language language(JsonNode text) {
        return Language.fromTag(text.path("language").asText()).orElse(Language.UNDETERMINED);
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> read) {
        List<T> all = new ArrayList<>();
        array.forEach(element -> all.add(read.apply(element)));
        return all;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
