package io.arrtheaudio.adapter.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.arrtheaudio.domain.choice.Explanation;
import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.choice.TrackNote;
import io.arrtheaudio.domain.choice.WantedLanguage;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.TrackFlag;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** The fields that tell why. Files that were not looked into have none of them. */
final class ExplanationJson {

    private ExplanationJson() {}

    static void write(JsonGenerator json, Explanation explanation) throws IOException {
        if (explanation.equals(Explanation.NONE)) {
            return;
        }
        Optional<TrackNote> chosen =
                explanation.tracks().stream().filter(TrackNote::chosen).findFirst();
        if (chosen.isPresent()) {
            AudioTrack track = chosen.get().track();
            json.writeNumberField("selected_track", track.position());
            json.writeStringField("selected_language", track.language().toString());
        }
        json.writeStringField("summary", explanation.summary());
        if (!explanation.original().source().isEmpty()) {
            original(json, explanation.original());
        }
        json.writeArrayFieldStart("wanted_languages");
        for (WantedLanguage wanted : explanation.wanted()) {
            json.writeString(wanted.language().toString());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("tracks");
        for (TrackNote note : explanation.tracks()) {
            track(json, note);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("warnings");
        for (String warning : explanation.warnings()) {
            json.writeString(warning);
        }
        json.writeEndArray();
    }

    /** The language a title was made in, {@code null} where nobody knows, and who says so. */
    static void original(JsonGenerator json, OriginalLanguage original) throws IOException {
        json.writeObjectFieldStart("original_language");
        if (original.isKnown()) {
            json.writeStringField("language", original.language().toString());
            json.writeStringField("confidence", original.confidence().name().toLowerCase(Locale.ROOT));
        } else {
            json.writeNullField("language");
        }
        json.writeStringField("source", original.source());
        json.writeEndObject();
    }

    private static void track(JsonGenerator json, TrackNote note) throws IOException {
        AudioTrack track = note.track();
        json.writeStartObject();
        json.writeNumberField("track", track.position());
        json.writeStringField("language", track.language().toString());
        json.writeStringField("codec", track.codec());
        json.writeNumberField("channels", track.channels());
        json.writeStringField("title", track.title());
        json.writeStringField("role", TrackText.role(note.role()));
        json.writeBooleanField("default", track.is(TrackFlag.DEFAULT));
        json.writeArrayFieldStart("flags");
        for (String flag : TrackText.flags(track)) {
            json.writeString(flag);
        }
        json.writeEndArray();
        json.writeBooleanField("selected", note.chosen());
        json.writeStringField("because", note.because());
        json.writeEndObject();
    }
}
