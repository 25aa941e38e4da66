package io.arrtheaudio.domain.media;

/** What a container says about an audio track by a flag or a role, in ffprobe's "disposition" sense. */
public enum TrackFlag {
    /** Players may start with this track: Matroska FlagDefault (absent means set), MP4 {@code track_enabled}. */
    DEFAULT,
    /** Matroska FlagEnabled is 0: players treat the track as if it were not there. Never set for MP4. */
    DISABLED,
    /** Matroska FlagForced is 1. */
    FORCED,
    /** Matroska FlagCommentary is 1, MP4 {@code kind} role {@code commentary}. */
    COMMENTARY,
    /** Matroska FlagVisualImpaired is 1, MP4 {@code kind} role {@code description}: made for people who see little. */
    VISUAL_IMPAIRED,
    /** Matroska FlagTextDescriptions is 1. */
    TEXT_DESCRIPTIONS,
    /** Matroska FlagHearingImpaired is 1, MP4 {@code kind} role {@code enhanced-audio-intelligibility}. */
    HEARING_IMPAIRED,
    /** Matroska FlagOriginal is 1: in the language the title was made in. */
    ORIGINAL,
    /** Matroska FlagOriginal is present and 0, MP4 {@code kind} role {@code dub}. */
    DUB,
    /**
     * MP4 {@code alternate_group} is 0: the track is no alternative to others, so strict players may not offer it once
     * it is disabled (ISO/IEC 14496-12 clause 8.3.2). Never set for Matroska.
     */
    UNGROUPED
}
