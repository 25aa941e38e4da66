-- "ArrA": tells this database from those of other programs that keep their schema history in the same way.
PRAGMA application_id = 1098019393;

-- Every change of a media file, recorded before it is made.
CREATE TABLE journal_entry (
    id              INTEGER PRIMARY KEY AUTOINCREMENT, -- never given twice, even if entries are deleted
    owner           TEXT    NOT NULL,                  -- which run of the program made it or took it over
    state           TEXT    NOT NULL CHECK (state IN ('OPEN', 'DONE', 'TAKEN_BACK')),
    path            TEXT    NOT NULL,                  -- the file before the change
    file_key        TEXT    NOT NULL,
    size            INTEGER NOT NULL,
    modified        TEXT    NOT NULL,                  -- ISO 8601, as fine as the file system tells
    after_path      TEXT    NOT NULL,                  -- and after it
    after_file_key  TEXT    NOT NULL,
    after_size      INTEGER NOT NULL,
    after_modified  TEXT    NOT NULL,
    kind            TEXT    NOT NULL CHECK (kind IN ('IN_PLACE', 'COPY', 'REWRITE')),
    engine          TEXT    NOT NULL,
    replacement     TEXT    NOT NULL,                  -- the file that takes the place, or empty
    method          TEXT    NOT NULL,
    ending_offset   INTEGER NOT NULL,                  -- the file's end, where its length changes
    ending_was      BLOB    NOT NULL,
    ending_becomes  BLOB    NOT NULL,
    defaults_before TEXT    NOT NULL,                  -- positions of audio tracks, a space between them
    defaults_after  TEXT    NOT NULL,
    explanation     TEXT    NOT NULL,
    cause           TEXT    NOT NULL,
    undoes          TEXT    NOT NULL,                  -- id of an entry as text, or empty
    at_seconds      INTEGER NOT NULL,                  -- since 1970-01-01T00:00:00Z
    at_nanos        INTEGER NOT NULL
) STRICT;

-- Two programs never change one file at the same time.
CREATE UNIQUE INDEX one_open_entry_a_key ON journal_entry (file_key) WHERE state = 'OPEN' AND file_key <> '';
CREATE UNIQUE INDEX one_open_entry_a_path ON journal_entry (path) WHERE state = 'OPEN' AND file_key = '';

CREATE INDEX journal_entry_by_path ON journal_entry (path);
CREATE INDEX journal_entry_by_key ON journal_entry (file_key);
CREATE INDEX journal_entry_by_key_after ON journal_entry (after_file_key);
CREATE INDEX journal_entry_by_undoes ON journal_entry (undoes) WHERE undoes <> '';

-- The bytes of a change, in the order in which they are written.
CREATE TABLE journal_patch (
    entry       INTEGER NOT NULL REFERENCES journal_entry (id) ON DELETE CASCADE,
    position    INTEGER NOT NULL,
    file_offset INTEGER NOT NULL,
    was         BLOB    NOT NULL,
    becomes     BLOB    NOT NULL,
    PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;
