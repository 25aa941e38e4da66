-- What the lines of the log about a job have in common: the id of the request that asked for it first, or empty.
ALTER TABLE job ADD COLUMN correlation TEXT NOT NULL DEFAULT '';
