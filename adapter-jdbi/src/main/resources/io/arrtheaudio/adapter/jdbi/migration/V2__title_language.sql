-- What was last answered about each title; the same may be asked again, so no row is missed if it is lost.
CREATE TABLE title_language (
    title      TEXT    NOT NULL PRIMARY KEY, -- what was asked for: "tmdb movie 603"
    code       TEXT    NOT NULL,             -- ISO 639-2/T, else 639-3; "und" if there is no such title or it has no language
    script     TEXT    NOT NULL,             -- ISO 15924, or empty
    region     TEXT    NOT NULL,             -- ISO 3166-1 or UN M.49, or empty
    source     TEXT    NOT NULL,             -- who answered, in words
    confidence TEXT    NOT NULL CHECK (confidence IN ('HIGH', 'LOW')),
    at_seconds INTEGER NOT NULL,             -- since 1970-01-01T00:00:00Z
    at_nanos   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
