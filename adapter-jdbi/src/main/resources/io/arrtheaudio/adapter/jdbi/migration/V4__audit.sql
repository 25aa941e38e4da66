-- Who asked for what, and what became of it; never a key.
CREATE TABLE audit_entry (
    id      INTEGER PRIMARY KEY, -- of entries of one moment the later one has the larger
    at_ms   INTEGER NOT NULL,    -- milliseconds since 1970-01-01T00:00:00Z
    who     TEXT    NOT NULL,    -- which key was shown, in words
    action  TEXT    NOT NULL,
    subject TEXT    NOT NULL,    -- what it was about, or empty
    client  TEXT    NOT NULL,    -- where it came from
    outcome TEXT    NOT NULL
) STRICT;

CREATE INDEX audit_entry_by_age ON audit_entry (at_ms);
