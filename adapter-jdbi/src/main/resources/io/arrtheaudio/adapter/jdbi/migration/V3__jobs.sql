-- Moments are milliseconds since 1970-01-01T00:00:00Z, 0 if they have not come. Ids of other rows are 0 if there is none.

-- One row for each file that is, was or will be looked at.
CREATE TABLE job (
    id                  INTEGER PRIMARY KEY AUTOINCREMENT, -- never given twice, even if jobs are forgotten
    state               TEXT    NOT NULL CHECK (state IN ('QUEUED', 'RUNNING', 'WAITING', 'COMPLETED', 'FAILED', 'CANCELLED')),
    ready               INTEGER NOT NULL,                  -- 1: can be taken up, 0: pending but not yet due, 2: not pending
    priority            INTEGER NOT NULL,                  -- 0 is the most urgent
    kind                TEXT    NOT NULL,                  -- the container that the name promises, or empty
    file_key            TEXT    NOT NULL,                  -- the same for all jobs of one file
    dry_run             INTEGER NOT NULL,
    force               INTEGER NOT NULL,
    source              TEXT    NOT NULL,
    webhook             INTEGER NOT NULL,                  -- that asked first
    batch               INTEGER NOT NULL,                  -- that alone asked
    failed              INTEGER NOT NULL,                  -- tries that came to nothing
    claims              INTEGER NOT NULL,                  -- how often it was taken up
    created_ms          INTEGER NOT NULL,
    due_ms              INTEGER NOT NULL,
    started_ms          INTEGER NOT NULL,
    ended_ms            INTEGER NOT NULL,
    waits_for           TEXT    NOT NULL,
    waits_since_ms      INTEGER NOT NULL,
    owner               TEXT    NOT NULL,                  -- which run of the program works on it, or empty
    lease_until_ms      INTEGER NOT NULL,
    cancel_asked        INTEGER NOT NULL,
    note                TEXT    NOT NULL,
    received            TEXT    NOT NULL,                  -- the path as it was received
    local               TEXT    NOT NULL,                  -- the path here, or empty
    tried               TEXT    NOT NULL,                  -- how the one became the other
    title_kind          TEXT    NOT NULL,
    title_name          TEXT    NOT NULL,
    title_year          INTEGER NOT NULL,
    tmdb                INTEGER NOT NULL,
    tvdb                INTEGER NOT NULL,
    imdb                TEXT    NOT NULL,
    original_code       TEXT    NOT NULL,
    original_script     TEXT    NOT NULL,
    original_region     TEXT    NOT NULL,
    original_source     TEXT    NOT NULL,
    original_confidence TEXT    NOT NULL,
    CHECK ((state IN ('QUEUED', 'WAITING')) = (ready < 2))
) STRICT;

-- Of one file there is never more than one job that is pending (and one that is a dry run), nor more than one that runs.
CREATE UNIQUE INDEX one_pending_job_a_file ON job (file_key, dry_run) WHERE ready < 2;
CREATE UNIQUE INDEX one_running_job_a_file ON job (file_key) WHERE state = 'RUNNING';

-- The next job of each kind is the first row; nothing that waits lies in between.
CREATE INDEX job_ready ON job (kind, priority, created_ms, id) WHERE ready = 1;
CREATE INDEX job_due ON job (due_ms) WHERE ready = 0;

CREATE INDEX job_by_state ON job (state, id);
CREATE INDEX job_by_file ON job (file_key);
CREATE INDEX job_of_batch ON job (batch) WHERE ready < 2 AND batch > 0;
CREATE INDEX job_ended ON job (state, ended_ms) WHERE ended_ms > 0;

-- What a job came to; apart from it, so that looking through many jobs reads no explanations.
CREATE TABLE job_result (
    job          INTEGER PRIMARY KEY REFERENCES job (id) ON DELETE CASCADE,
    outcome      TEXT    NOT NULL,
    reason       TEXT    NOT NULL,
    message      TEXT    NOT NULL,
    track        INTEGER NOT NULL, -- counted from 1, or 0
    code         TEXT    NOT NULL, -- the track's language
    script       TEXT    NOT NULL,
    region       TEXT    NOT NULL,
    explanation  TEXT    NOT NULL, -- JSON, or empty
    entry        TEXT    NOT NULL, -- id of an entry of the journal as text, or empty
    copied_bytes INTEGER NOT NULL,
    took_ms      INTEGER NOT NULL
) STRICT;

-- How many jobs there are, kept up to date by the database itself, so that nobody has to count them.
CREATE TABLE job_count (
    state     TEXT    NOT NULL,
    waits_for TEXT    NOT NULL, -- NONE unless the state is WAITING
    jobs      INTEGER NOT NULL,
    PRIMARY KEY (state, waits_for)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER job_counted AFTER INSERT ON job
BEGIN
    INSERT INTO job_count (state, waits_for, jobs)
    VALUES (new.state, iif(new.state = 'WAITING', new.waits_for, 'NONE'), 1)
    ON CONFLICT (state, waits_for) DO UPDATE SET jobs = jobs + 1;
END;

CREATE TRIGGER job_counted_again AFTER UPDATE OF state, waits_for ON job
WHEN old.state <> new.state OR old.waits_for <> new.waits_for
BEGIN
    UPDATE job_count SET jobs = jobs - 1
    WHERE state = old.state AND waits_for = iif(old.state = 'WAITING', old.waits_for, 'NONE');
    INSERT INTO job_count (state, waits_for, jobs)
    VALUES (new.state, iif(new.state = 'WAITING', new.waits_for, 'NONE'), 1)
    ON CONFLICT (state, waits_for) DO UPDATE SET jobs = jobs + 1;
END;

CREATE TRIGGER job_uncounted AFTER DELETE ON job
BEGIN
    UPDATE job_count SET jobs = jobs - 1
    WHERE state = old.state AND waits_for = iif(old.state = 'WAITING', old.waits_for, 'NONE');
END;

-- Calls of Sonarr, Radarr and their script that were accepted, and the jobs that do what they asked for.
CREATE TABLE webhook (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    source   TEXT    NOT NULL,
    instance TEXT    NOT NULL,
    event    TEXT    NOT NULL,
    at_ms    INTEGER NOT NULL
) STRICT;

CREATE INDEX webhook_by_age ON webhook (at_ms);

CREATE TABLE webhook_job (
    webhook INTEGER NOT NULL REFERENCES webhook (id) ON DELETE CASCADE,
    job     INTEGER NOT NULL REFERENCES job (id) ON DELETE CASCADE,
    PRIMARY KEY (webhook, job)
) STRICT, WITHOUT ROWID;

CREATE INDEX webhook_of_job ON webhook_job (job);

-- Many files that were asked for together, the jobs that do them, and how many ended how.
CREATE TABLE batch (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    state        TEXT    NOT NULL CHECK (state IN ('FINDING', 'WORKING', 'COMPLETED', 'FAILED', 'CANCELLED')),
    owner        TEXT    NOT NULL, -- which run of the program looks or looked for its files
    path         TEXT    NOT NULL,
    recursive    INTEGER NOT NULL,
    include      TEXT    NOT NULL, -- patterns as a JSON array
    exclude      TEXT    NOT NULL,
    min_bytes    INTEGER NOT NULL,
    max_age_ms   INTEGER NOT NULL,
    priority     INTEGER NOT NULL,
    source       TEXT    NOT NULL,
    dry_run      INTEGER NOT NULL,
    found        INTEGER NOT NULL,
    copied_bytes INTEGER NOT NULL,
    created_ms   INTEGER NOT NULL,
    ended_ms     INTEGER NOT NULL,
    note         TEXT    NOT NULL
) STRICT;

CREATE UNIQUE INDEX one_running_batch_a_path ON batch (path) WHERE state IN ('FINDING', 'WORKING');

CREATE TABLE batch_job (
    batch INTEGER NOT NULL REFERENCES batch (id) ON DELETE CASCADE,
    job   INTEGER NOT NULL REFERENCES job (id) ON DELETE CASCADE,
    PRIMARY KEY (batch, job)
) STRICT, WITHOUT ROWID;

CREATE INDEX batch_of_job ON batch_job (job);

CREATE TABLE batch_count (
    batch INTEGER NOT NULL REFERENCES batch (id) ON DELETE CASCADE,
    word  TEXT    NOT NULL, -- how a job ended: changed, skipped: hardlinked ...
    jobs  INTEGER NOT NULL,
    PRIMARY KEY (batch, word)
) STRICT, WITHOUT ROWID;
