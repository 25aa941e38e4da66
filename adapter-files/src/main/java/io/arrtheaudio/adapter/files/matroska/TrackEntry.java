package io.arrtheaudio.adapter.files.matroska;

import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.TrackFlag;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One track (RFC 9559 section 5.1.4.1).
 *
 * @param element where it lies, from the start of the Tracks element's content
 * @param fields its children
 */
record TrackEntry(Element element, Fields fields) {

    private static final int AUDIO = 2;

    boolean isAudio() {
        return fields.uint(Ids.TRACK_TYPE, 0) == AUDIO;
    }

    /** Missing and empty mean set (RFC 9559 section 5.1.4.1.5). */
    boolean isDefault() {
        return fields.uint(Ids.FLAG_DEFAULT, 1) != 0;
    }

    /** Whether every reader understands the type and, of an audio track, the flag in the same way. */
    boolean isClear() {
        return fields.all(Ids.TRACK_TYPE).size() <= 1
                && fields.all(Ids.TRACK_TYPE).stream().allMatch(type -> type.size() <= Long.BYTES)
                && (!isAudio() || flagDefaults().stream().allMatch(flag -> flag.size() <= Long.BYTES));
    }

    List<Element> flagDefaults() {
        return fields.all(Ids.FLAG_DEFAULT);
    }

    /**
     * The track in domain words.
     *
     * @param position which audio track it is, counted from 1
     * @param audio the children of its Audio element; no children if it has none
     */
    AudioTrack toAudioTrack(int position, Fields audio) {
        int channels = fields.has(Ids.AUDIO) ? (int) Math.min(audio.uint(Ids.CHANNELS, 1), 255) : 0;
        return new AudioTrack(
                position,
                language(),
                fields.string(Ids.NAME, "").strip(),
                CodecName.of(fields.string(Ids.CODEC_ID, "")),
                Math.max(channels, 0),
                flags());
    }

    /** If there is a BCP 47 tag the old element must be ignored; without either it is English (sections 12, 5.1.4.1.19). */
    private Language language() {
        String bcp47 = fields.string(Ids.LANGUAGE_BCP47, "");
        String tag = bcp47.isEmpty() ? fields.string(Ids.LANGUAGE, "eng") : bcp47;
        return Language.fromTag(tag).orElse(Language.UNDETERMINED);
    }

    private Set<TrackFlag> flags() {
        Set<TrackFlag> flags = EnumSet.noneOf(TrackFlag.class);
        add(flags, TrackFlag.DEFAULT, isDefault());
        add(flags, TrackFlag.DISABLED, fields.uint(Ids.FLAG_ENABLED, 1) == 0);
        add(flags, TrackFlag.FORCED, isSet(Ids.FLAG_FORCED));
        add(flags, TrackFlag.HEARING_IMPAIRED, isSet(Ids.FLAG_HEARING_IMPAIRED));
        add(flags, TrackFlag.VISUAL_IMPAIRED, isSet(Ids.FLAG_VISUAL_IMPAIRED));
        add(flags, TrackFlag.TEXT_DESCRIPTIONS, isSet(Ids.FLAG_TEXT_DESCRIPTIONS));
        add(flags, TrackFlag.COMMENTARY, isSet(Ids.FLAG_COMMENTARY));
        add(flags, TrackFlag.ORIGINAL, isSet(Ids.FLAG_ORIGINAL));
        add(flags, TrackFlag.DUB, fields.has(Ids.FLAG_ORIGINAL) && !isSet(Ids.FLAG_ORIGINAL));
        return flags;
    }

    private boolean isSet(long flag) {
        return fields.uint(flag, 0) != 0;
    }

    private static void add(Set<TrackFlag> flags, TrackFlag flag, boolean isSet) {
        if (isSet) {
            flags.add(flag);
        }
    }
}
