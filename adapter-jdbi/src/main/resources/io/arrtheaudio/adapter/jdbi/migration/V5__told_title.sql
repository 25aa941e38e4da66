-- What Sonarr and Radarr told of titles' original languages. Kept until they tell something else: nobody can be asked again.
CREATE TABLE told_title (
    id         INTEGER PRIMARY KEY,
    code       TEXT    NOT NULL, -- ISO 639-2/T, else 639-3
    script     TEXT    NOT NULL, -- ISO 15924, or empty
    region     TEXT    NOT NULL, -- ISO 3166-1 or UN M.49, or empty
    source     TEXT    NOT NULL, -- who told it, in words
    confidence TEXT    NOT NULL CHECK (confidence IN ('HIGH', 'LOW')),
    at_seconds INTEGER NOT NULL, -- since 1970-01-01T00:00:00Z
    at_nanos   INTEGER NOT NULL
) STRICT;

-- What each is known by: "tmdb series 1396", "tvdb 81189", "imdb tt0903747", "folder /data/tv/Show".
CREATE TABLE told_key (
    key   TEXT    NOT NULL PRIMARY KEY,
    title INTEGER NOT NULL REFERENCES told_title (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX told_key_of_title ON told_key (title);
