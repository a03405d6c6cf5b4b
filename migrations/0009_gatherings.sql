-- What people said of the sentences that are one promise: split off, or merged with another.
-- Held by ref, without a foreign key to items, and by place, day and words: a person's word stays, however the papers are read.

CREATE TABLE gathering (
	id            INTEGER PRIMARY KEY,                       -- order of recording; decides nothing
	item          TEXT NOT NULL,                             -- ref
	kind          TEXT NOT NULL CHECK (kind IN ('split', 'merge')),
	document      INTEGER NOT NULL REFERENCES document (id), -- the paper of the sentence
	start         INTEGER NOT NULL,                          -- its first byte in the stored text
	stop          INTEGER NOT NULL,                          -- one past its last byte
	name          TEXT NOT NULL,                             -- of its day and words
	text          TEXT,                                      -- its words; NULL when erased
	with_document INTEGER NOT NULL REFERENCES document (id), -- the paper of the sentence that it goes with; its own place: it leads
	with_start    INTEGER NOT NULL,                          -- of that sentence
	with_stop     INTEGER NOT NULL,                          -- of that sentence
	with_name     TEXT NOT NULL,                             -- of that sentence
	key           TEXT NOT NULL,                             -- of the promise that it is part of since
	was           TEXT NOT NULL,                             -- of the promise that it was part of
	day           TEXT CHECK (day IS date(day, '+0 days')),  -- of the word
	entry         INTEGER NOT NULL REFERENCES journal (seq)  -- that recorded it; its opening 'because' is the reason
) STRICT;

CREATE INDEX gathering_item ON gathering (item);

PRAGMA user_version = 9;
