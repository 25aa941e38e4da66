package io.arrtheaudio.domain.edit;

/** How far a plan has come into a file, by the bytes that are there. */
public enum PlanState {
    /** Every byte is the old one. */
    OLD,
    /** Every byte is the new one. */
    NEW,
    /** Some are old, some are new: the writing was cut off. */
    TORN,
    /** Somebody else has written there since, or the length is neither. */
    FOREIGN
}
