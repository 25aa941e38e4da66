package io.arrtheaudio.adapter.ffmpeg;

import com.fasterxml.jackson.databind.JsonNode;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.media.TrackFlag;
import java.util.EnumSet;
import java.util.Set;

/**
 * A Matroska track as {@code mkvmerge -J} describes it.
 *
 * @param json an element of {@code tracks}
 */
record ListedTrack(JsonNode json) {

    /** Its place among all TrackEntry elements of the file, counted from 0; those that mkvmerge cannot use leave gaps. */
    int id() {
        return json.path("id").asInt(-1);
    }

    boolean isAudio() {
        return json.path("type").asText("").equals("audio");
    }

    /** TrackUID in decimal digits (it may need 64 bits without a sign), empty if it is not told. */
    String uid() {
        return property("uid");
    }

    /** TrackNumber in decimal digits, empty if it is not told. */
    String number() {
        return property("number");
    }

    /** What ffprobe tells badly: {@code FlagEnabled} not at all, {@code FlagTextDescriptions} not in 5.1. */
    Set<TrackFlag> flags() {
        Set<TrackFlag> flags = EnumSet.noneOf(TrackFlag.class);
        if (!properties().path("enabled_track").asBoolean(true)) {
            flags.add(TrackFlag.DISABLED);
        }
        if (properties().path("flag_text_descriptions").asBoolean(false)) {
            flags.add(TrackFlag.TEXT_DESCRIPTIONS);
        }
        return flags;
    }

    /** Whether there is a LanguageBCP47 element. */
    boolean hasNewLanguage() {
        return !property("language_ietf").isEmpty();
    }

    /** LanguageBCP47 before Language (RFC 9559 section 12); mkvmerge leaves the one out that the file does not have. */
    Language language() {
        String bcp47 = property("language_ietf");
        return Language.fromTag(bcp47.isEmpty() ? property("language") : bcp47).orElse(Language.UNDETERMINED);
    }

    String title() {
        return property("track_name").strip();
    }

    String codecId() {
        return property("codec_id");
    }

    /** 0 if it is not told. */
    int channels() {
        return Math.max(0, Math.min(properties().path("audio_channels").asInt(0), 255));
    }

    private String property(String name) {
        return properties().path(name).asText("");
    }

    private JsonNode properties() {
        return json.path("properties");
    }
}
