package io.arrtheaudio.domain.health;

import java.util.Objects;

/**
 * One thing that was looked at.
 *
 * @param level whether it is well
 * @param subject what was looked at: "library /media/films"
 * @param found what was found: "ext4, 1.2 TB free, hard links yes, reflinks no"
 * @param remedy what to do; empty if nothing needs to be done
 */
public record Finding(Level level, String subject, String found, String remedy) {

    /** Checks that a problem comes with something to do. */
    public Finding {
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(found, "found");
        Objects.requireNonNull(remedy, "remedy");
        if (level != Level.OK && remedy.isBlank()) {
            throw new IllegalArgumentException(subject + " is a " + level + " and says not what to do");
        }
    }

    /** Nothing to do. */
    public static Finding ok(String subject, String found) {
        return new Finding(Level.OK, subject, found, "");
    }

    /** Works, but not as well as it could. */
    public static Finding warning(String subject, String found, String remedy) {
        return new Finding(Level.WARNING, subject, found, remedy);
    }

    /** Does not work. */
    public static Finding problem(String subject, String found, String remedy) {
        return new Finding(Level.PROBLEM, subject, found, remedy);
    }
}
