CREATE TABLE word (text TEXT NOT NULL) STRICT;
INSERT INTO sentence VALUES ('there is no such table');
